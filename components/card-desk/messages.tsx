import { columnsIn } from "#components/record/columns";
import { Related } from "#components/record/related";
import { Linked } from "#components/ui/linked";
import type { MessageRow } from "#lib/card-desk";
import type { Shown } from "#lib/records";
import type { Way } from "#lib/way";

type MessagesProps = { page: Way; messages: Shown<MessageRow>; title?: string };

/** What the processor told, and what came of it. */
export function MessageTable({ page, messages, title = page.t("card_desk.messages") }: MessagesProps) {
  const { t } = page;
  const { moment } = columnsIn(page);
  const columns = [
    moment(t("card_desk.happened"), (it: MessageRow) => it.at),
    { name: t("card_desk.message_kind"), cell: (it: MessageRow) => t(`card_desk.kind_${it.kind}`) },
    { name: t("card_desk.amount"), isAmount: true as const, cell: (it: MessageRow) => it.amount },
    { name: t("card_desk.outcome"), cell: (it: MessageRow) => <Outcome row={it} t={t} /> },
    { name: t("card_desk.merchant"), cell: (it: MessageRow) => it.merchant },
    { name: t("card_desk.simulate_card"), cell: (it: MessageRow) => <Linked text={it.card} /> },
    { name: t("card_desk.external_id"), cell: (it: MessageRow) => it.externalId },
  ];
  return <Related title={title} {...messages} columns={columns} keyOf={(it) => `${it.kind} ${it.externalId}`} t={t} />;
}

function Outcome({ row: { outcome, why, credit, request }, t }: { row: MessageRow; t: Way["t"] }) {
  const made = credit ?? request;
  return (
    <>
      <span className="of">
        {t(`card_desk.outcome_${outcome}`)} {made !== null && <Linked text={made} />}
      </span>
      {why.map((sentence) => (
        <p key={sentence} className="meaning">
          {sentence}
        </p>
      ))}
    </>
  );
}
