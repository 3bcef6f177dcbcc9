import { columnsIn } from "#components/record/columns";
import { Related } from "#components/record/related";
import { RefusedWay } from "#components/ui/refused-way";
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

export type Recording = { href: string } | { because: string };
type PromisesProps = { promises: Shown<ProfilePromise>; recording: Recording | undefined; way: Way };

/** Promises to pay, and the way to one more, or why there is none. */
export function Promises({ promises, recording, way }: PromisesProps) {
  const { t } = way;
  const { id, status, day, money, linked } = columnsIn(way);
  const columns = [
    id,
    status("promise"),
    money(t("record.amount"), (it: ProfilePromise) => it.amount),
    day(t("record.due_on"), (it: ProfilePromise) => it.dueOn),
    linked(t("profile.of"), whatOf),
  ];
  const label = t("paying.record_promise");
  const add = recording && (
    <p className="buttons">
      {"href" in recording ? (
        <a className="button" href={recording.href}>
          {label}
        </a>
      ) : (
        <RefusedWay id="no-promise" label={label} because={recording.because} />
      )}
    </p>
  );
  return <Related title={t("record.promises")} {...promises} columns={columns} keyOf={codeOf} add={add} t={t} />;
}
