import type { Simulation } from "#lib/card-desk";
import type { Translate } from "#lib/messages/catalogue";

/** Would a purchase be approved, and if not, why? Asks by the address alone. */
export function Simulate({ simulation, t }: { simulation: Simulation; t: Translate }) {
  const { address, tab, cards, typed, answer } = simulation;
  if (cards.length === 0) return null;
  return (
    <section id="simulate">
      <h2>{t("card_desk.simulate")}</h2>
      <form method="get" action={`${address}#simulate`} className="profile-form">
        {tab !== undefined && <input type="hidden" name="tab" value={tab} />}
        <p className="lead">{t("card_desk.simulate_lead")}</p>
        {cards.length > 1 && (
          <label className="field choice">
            {t("card_desk.simulate_card")}
            <select name="card" defaultValue={typed.card}>
              {cards.map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field line">
          {t("card_desk.amount")}
          <input name="amount" inputMode="decimal" autoComplete="off" defaultValue={typed.amount} required />
        </label>
        <label className="field line">
          {t("card_desk.currency")}
          <input name="currency" autoComplete="off" defaultValue={typed.currency} maxLength={3} />
        </label>
        <button type="submit" className="button">
          {t("card_desk.simulate_submit")}
        </button>
      </form>
      {answer !== undefined && (
        <div role="status" className={answer.isApproved ? "told" : "told refused"}>
          {!answer.isApproved && <p>{t("card_desk.simulate_no")}</p>}
          {answer.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </section>
  );
}
