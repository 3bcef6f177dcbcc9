import { useId } from "react";
import type { RequestWords } from "#components/credit-request/words";
import type { CreditOption, OfferOption } from "#lib/credit-request/form";

type ChoiceProps = { typed: string; fault: string | undefined; words: RequestWords };

/** Which of the customer's credits the new one pays off, if any; not asked of who has none. */
export function RefinancesField({ credits, typed, fault, words }: ChoiceProps & { credits: readonly CreditOption[] }) {
  const id = useId();
  if (credits.length === 0 && fault === undefined) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{words.refinances}</label>
      <select
        id={id}
        name="refinances"
        defaultValue={typed}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={`${id}-hint ${id}-fault`}
      >
        <option value="">{words.refinancesNothing}</option>
        {credits.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="hint">
        {words.refinancesHint}
      </p>
      <Fault id={`${id}-fault`} fault={fault} />
    </div>
  );
}

type OfferFieldProps = ChoiceProps & { offers: readonly OfferOption[]; newest: string | undefined };

/** The offers, each with what it lends; one that the customer cannot have is greyed, with the reason. */
export function OfferField({ offers, newest, typed, fault, words }: OfferFieldProps) {
  const id = useId();
  const isInvalid = fault !== undefined;
  return (
    <fieldset className="field offers" aria-describedby={isInvalid ? `${id}-fault` : undefined}>
      <legend>{words.offer}</legend>
      {offers.length === 0 && <p className="hint">{words.offersNone}</p>}
      <div className="options">
        {offers.map((offer) => (
          <Option key={offer.code} offer={offer} isChosen={offer.code === typed} isInvalid={isInvalid} />
        ))}
      </div>
      {newest !== undefined && <p className="hint">{newest}</p>}
      <Fault id={`${id}-fault`} fault={fault} />
    </fieldset>
  );
}

function Option({ offer, isChosen, isInvalid }: { offer: OfferOption; isChosen: boolean; isInvalid: boolean }) {
  const { code, name, product, type, says, because } = offer;
  const id = useId();
  const isGreyed = because.length > 0;
  return (
    <div className="option" data-greyed={isGreyed}>
      <input
        type="radio"
        name="offer"
        id={id}
        value={code}
        defaultChecked={isChosen}
        disabled={isGreyed}
        data-type={type}
        aria-invalid={isInvalid || undefined}
        aria-describedby={`${id}-says`}
      />
      <label htmlFor={id}>
        {name} <span className="hint">{product}</span>
      </label>
      <div id={`${id}-says`} className="says">
        <p className="hint">{says}</p>
        {because.map((sentence) => (
          <p key={sentence} className="why">
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}

function Fault({ id, fault }: { id: string; fault: string | undefined }) {
  if (fault === undefined) return null;
  return (
    <p id={id} className="fault">
      {fault}
    </p>
  );
}
