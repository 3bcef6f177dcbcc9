import type { FormInput, FormRow } from "#lib/catalogue/form";
import type { FieldFormState } from "#lib/form";

type RowProps = { row: FormRow; state: FieldFormState | null };

/** A field by its name, with what it is for, what it holds, and what is wrong with what was typed. */
export function Row({ row, state }: RowProps) {
  const { name, label, why, inputs } = row;
  const fault = state?.faults[name];
  const isMany = inputs.length > 1;
  const Box = isMany ? "fieldset" : "div";
  return (
    <Box className="setting" id={`setting-${name}`} aria-describedby={isMany ? `why-${name}` : undefined}>
      {isMany ? <legend>{label}</legend> : <label htmlFor={`field-${name}`}>{label}</label>}
      {isMany ? (
        <div className="order">
          {inputs.map((input) => (
            <Input key={input.name} input={input} of={name} state={state} />
          ))}
        </div>
      ) : (
        inputs.map((input) => <Input key={input.name} input={input} of={name} state={state} />)
      )}
      <p id={`why-${name}`} className="why">
        {fault !== undefined && <b className="fault">{fault} </b>}
        {why}
      </p>
    </Box>
  );
}

function Input({ input, of, state }: { input: FormInput; of: string; state: FieldFormState | null }) {
  const { name, kind, value, mode, options = [], label } = input;
  // A box that is not ticked is not sent.
  const typed = state === null ? value : (state.typed[name] ?? "");
  const own = {
    ...{ id: `field-${name}`, name, "aria-describedby": `why-${of}` },
    ...(label !== undefined && { "aria-label": label }),
    ...(state?.faults[of] !== undefined && { "aria-invalid": true }),
  };
  switch (kind) {
    case "choice":
      return (
        <select defaultValue={typed} {...own}>
          {!options.some(([option]) => option === typed) && <option value={typed}>{typed}</option>}
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      );
    case "yes":
      return <input type="checkbox" value="yes" defaultChecked={typed === "yes"} {...own} />;
    case "fixed":
      return (
        <>
          <input type="hidden" name={name} value={value} />
          <output id={`field-${name}`}>{label}</output>
        </>
      );
    default:
      return <input type={kind === "day" && isDay(typed) ? "date" : "text"} inputMode={mode} defaultValue={typed} {...own} />;
  }
}

/** A browser shows nothing of what is no day where it asks for one. */
const isDay = (text: string) => text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text);
