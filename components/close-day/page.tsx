import { Closes } from "#components/close-day/closes";
import type { ShownCloseDay } from "#lib/day-close/shown";

/** The close of day: how things stand, what closing would do, the form that does it, and the last closes. */
export function CloseDayPage(shown: ShownCloseDay) {
  const { t, refusal, unfinished, isBetween } = shown;
  return (
    <main id="content" className="record settings">
      <h1>{t("close_day.title")}</h1>
      <p className="meaning">{t("close_day.lead")}</p>
      {refusal !== undefined && (
        <section className="told refused" role="alert">
          <h2>{t("close_day.refused")}</h2>
          <p id="refusal">{t(`close_day.refused_${refusal}`)}</p>
        </section>
      )}
      <Standing {...shown} />
      {unfinished !== undefined && <Progress shown={shown} unfinished={unfinished} />}
      {unfinished === undefined && (isBetween ? <Between {...shown} /> : <Begin {...shown} />)}
      <Closes {...shown} />
    </main>
  );
}

function Standing({ t, format, businessDate, today, yesterday, behind, mayRunAhead }: ShownCloseDay) {
  const days = { days: Math.abs(behind), today: format.plainDay(today), yesterday: format.plainDay(yesterday) };
  return (
    <p>
      {t("close_day.business_date", { date: format.plainDay(businessDate) })} {behind > 0 && <b>{t("close_day.behind", days)}</b>}
      {behind < 0 && t("close_day.beyond", days)} {mayRunAhead && t("close_day.demo")}
    </p>
  );
}

function Begin({ t, format, businessDate, coming, through, formKey, refusal }: ShownCloseDay) {
  return (
    <section className="preview">
      <h2>{t("close_day.next", { day: format.plainDay(businessDate) })}</h2>
      <ul className="effects">
        <li>{t("close_day.would_replay", { count: coming.replayed })}</li>
        <li>{t("close_day.would_age", { count: coming.aged })}</li>
        <li>{t("close_day.would_bill", { count: coming.statements })}</li>
        <li>{t("close_day.would_reject", { count: coming.rejected })}</li>
        <li>{t("close_day.would_expire", { count: coming.expired })}</li>
      </ul>
      <p className="meaning">{t("close_day.follows")}</p>
      <form method="post" action="/close-day/run" autoComplete="off">
        <input type="hidden" name="key" value={formKey} />
        <label htmlFor="through">{t("close_day.through")}</label>
        <input
          id="through"
          name="through"
          type="text"
          required
          defaultValue={through}
          aria-describedby={refusal === undefined ? "format" : "refusal format"}
          aria-invalid={refusal !== undefined || undefined}
        />
        <button type="submit" className="button primary">
          {t("close_day.close")}
        </button>
        <p id="format" className="meaning">
          {t("close_day.format")}
        </p>
      </form>
    </section>
  );
}

function Between({ t }: ShownCloseDay) {
  return (
    <section className="told">
      <meta httpEquiv="refresh" content="2" />
      <p role="status">{t("close_day.between")}</p>
    </section>
  );
}

type InProgress = { shown: ShownCloseDay; unfinished: NonNullable<ShownCloseDay["unfinished"]> };

function Progress({ shown: { t, format, formKey }, unfinished: { day, done, total, isRunning } }: InProgress) {
  const words = { day: format.plainDay(day), done: format.count(done), total: format.count(total) };
  if (isRunning)
    return (
      <section className="told">
        <meta httpEquiv="refresh" content="2" />
        <p role="status">{t("close_day.running", words)}</p>
        <progress max={Math.max(1, total)} value={done} aria-label={t("close_day.title")} />
      </section>
    );
  return (
    <section className="told refused">
      <p role="status">{t("close_day.interrupted", words)}</p>
      <form method="post" action="/close-day/run">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="through" value={day} />
        <button type="submit" className="button primary">
          {t("close_day.resume")}
        </button>
      </form>
    </section>
  );
}
