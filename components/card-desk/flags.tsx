import { FieldForm } from "#components/form/field-form";
import { Linked } from "#components/ui/linked";
import { RefusedWay } from "#components/ui/refused-way";
import type { FlagRow } from "#lib/card-desk";
import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import type { Shown } from "#lib/records";

type Way = { t: Translate; format: Format /** The ID of the record whose page it is. */; here?: string };

/** Why an operator should look at settlements, each until one has; nothing where there is nothing. */
export function Flags({ flags: { rows, total }, ...way }: Way & { flags: Shown<FlagRow> }) {
  const { t } = way;
  if (rows.length === 0) return null;
  return (
    <section id="flags">
      <h2>{t("card_desk.flags")}</h2>
      <ul className="entries">
        {rows.map((flag) => (
          <Flag key={flag.id} flag={flag} {...way} />
        ))}
      </ul>
      {total > rows.length && <p className="meaning">{t("record.newest", { shown: rows.length, total })}</p>}
    </section>
  );
}

function Flag({ flag, here, t, format }: Way & { flag: FlagRow }) {
  const { id, credit, kind, seen, openedAt, resolvedAt, resolvedEmail, comment, resolve } = flag;
  const label = t("card_desk.resolve");
  return (
    <li data-open={resolvedAt === null}>
      <p>
        <b>{t(`card_flag.${kind}`)}</b> {credit !== here && <Linked text={credit} />} {seen}
      </p>
      <p className="by">
        {t("card_desk.flag_opened")} {format.moment(new Date(openedAt))}
      </p>
      {comment !== undefined && <blockquote>{comment}</blockquote>}
      {resolvedAt !== null && (
        <p className="by">
          {t("card_desk.flag_resolved")}{" "}
          {t("card_desk.flag_by", {
            email: resolvedEmail === "system" ? t("history.system") : (resolvedEmail ?? ""),
            at: format.moment(new Date(resolvedAt)),
          })}
        </p>
      )}
      {resolve !== undefined && "because" in resolve && <RefusedWay id={`no-resolve-${id}`} label={label} {...resolve} />}
      {resolve !== undefined && "sent" in resolve && (
        <FieldForm
          {...resolve}
          opener={label}
          submit={label}
          fields={[{ name: "comment", label: t("card_desk.comment"), kind: "long", isRequired: true }]}
        />
      )}
    </li>
  );
}
