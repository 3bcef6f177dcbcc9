import { columnsIn } from "#components/record/columns";
import { Related } from "#components/record/related";
import type { ProfilePayment, ProfilePromise, Waiting } from "#lib/profile";
import type { Shown } from "#lib/records";
import type { Way } from "#lib/way";

const codeOf = ({ code }: { code: string }) => code;
const whatOf = ({ of }: { of: string }) => of;

/** The last payments of a customer. */
export function RecentPayments({ payments, way }: { payments: Shown<ProfilePayment>; way: Way }) {
  const { t } = way;
  const { id, status, day, money, linked, text } = columnsIn(way);
  const columns = [
    id,
    status("payment"),
    money(t("record.amount"), (it: ProfilePayment) => it.amount),
    day(t("record.paid_on"), (it: ProfilePayment) => it.paidOn),
    linked(t("profile.of"), whatOf),
    text(t("record.type"), (it: ProfilePayment) => t(`record.type_${it.type}`)),
  ];
  return <Related title={t("profile.payments")} {...payments} columns={columns} keyOf={codeOf} t={t} />;
}

/** Requests for credit and announced payments that nobody has decided. */
export function WaitingList({ waiting, way }: { waiting: Waiting[]; way: Way }) {
  const { t } = way;
  const { id, moment, money, linked, text } = columnsIn(way);
  const columns = [
    id,
    text(t("profile.kind"), (it: Waiting) => t(`profile.kind_${it.kind}`)),
    money(t("record.amount"), (it: Waiting) => it.amount),
    moment(t("profile.since"), (it: Waiting) => it.at),
    linked(t("profile.of"), whatOf),
  ];
  return <Related title={t("profile.waiting")} rows={waiting} columns={columns} keyOf={codeOf} t={t} />;
}

type PromisesProps = { promises: Shown<ProfilePromise>; recordAt: string | undefined; way: Way };

/** Promises to pay, and the way to one more for whoever may record it. */
export function Promises({ promises, recordAt, way }: PromisesProps) {
  const { t } = way;
  const { id, status, day, money, linked } = columnsIn(way);
  const columns = [
    id,
    status("promise"),
    money(t("record.amount"), (it: ProfilePromise) => it.amount),
    day(t("record.due_on"), (it: ProfilePromise) => it.dueOn),
    linked(t("profile.of"), whatOf),
  ];
  const add = recordAt && (
    <p className="buttons">
      <a className="button" href={recordAt}>
        {t("paying.record_promise")}
      </a>
    </p>
  );
  return <Related title={t("record.promises")} {...promises} columns={columns} keyOf={codeOf} add={add} t={t} />;
}
