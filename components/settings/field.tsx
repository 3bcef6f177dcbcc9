import { Fragment } from "react";
import { annexAddress, eventsNaming } from "#lib/settings/annex";
import { type SettingField, type SettingName, settingFields } from "#lib/settings/field";
import type { ShownSettings } from "#lib/settings/shown";
import { eventLabel, optionLabel, settingLabel } from "#lib/settings/words";

type Props = { name: SettingName; shown: ShownSettings };

/** One setting: its name, what it does, the field it is typed in, and what is wrong with what was typed. */
export function SettingRow({ name, shown }: Props) {
  const { kind }: SettingField = settingFields[name];
  const isMany = kind === "choices" || kind === "order";
  const fault = shown.faults.find((each) => each.name === name);
  const Row = isMany ? "fieldset" : "div";
  return (
    <Row className="setting" id={`setting-${name}`} aria-describedby={isMany ? `why-${name}` : undefined}>
      {isMany ? (
        <legend>
          {settingLabel(name, shown)} <code>{name}</code>
        </legend>
      ) : (
        <div className="named">
          <label htmlFor={`field-${name}`}>{settingLabel(name, shown)}</label> <code>{name}</code>
        </div>
      )}
      <Input name={name} shown={shown} />
      <p id={`why-${name}`} className="why">
        {fault !== undefined && <b className="fault">{fault.sentence} </b>}
        {whyOf(name, shown)}
      </p>
      <InAnnex name={name} shown={shown} />
    </Row>
  );
}

/** The events that go by it, each with its place in the annex. */
function InAnnex({ name, shown }: Props) {
  const events = eventsNaming(name);
  if (events.length === 0) return null;
  return (
    <p className="why">
      {shown.t("settings.in_annex")}{" "}
      {events.map((event, at) => (
        <Fragment key={event}>
          {at > 0 && ", "}
          <a href={annexAddress(event)}>{eventLabel(event, shown)}</a>
        </Fragment>
      ))}
    </p>
  );
}

function Input({ name, shown }: Props) {
  const declared: SettingField = settingFields[name];
  const [text = ""] = shown.typed[name];
  const isWrong = shown.faults.some((fault) => fault.name === name);
  const common = { id: `field-${name}`, name, "aria-describedby": `why-${name}`, "aria-invalid": isWrong || undefined };
  if (name === "currency" && shown.hasCredits) return <Locked name={name} text={text} shown={shown} />;
  switch (declared.kind) {
    case "option":
      return (
        <select {...common} defaultValue={text}>
          <Options name={name} options={declared.options} shown={shown} />
        </select>
      );
    case "yes":
      return <input {...common} type="checkbox" value="yes" defaultChecked={text === "yes"} />;
    case "choices":
      return <Choices name={name} options={declared.options} shown={shown} />;
    case "order":
      return <Order name={name} options={declared.options} shown={shown} />;
    default:
      return (
        <input
          {...common}
          type="text"
          autoComplete="off"
          inputMode={
            declared.kind === "number" ? "numeric" : declared.kind === "text" || declared.kind === "days" ? "text" : "decimal"
          }
          defaultValue={text}
        />
      );
  }
}

/** What the form sends stays what it is. */
function Locked({ name, text, shown }: Props & { text: string }) {
  return (
    <>
      <input type="hidden" name={name} value={text} />
      <output id={`field-${name}`}>{optionLabel(name, text, shown)}</output>
    </>
  );
}

type Listed = Props & { options: readonly string[] };

function Options({ name, options, shown }: Listed) {
  const [chosen] = shown.typed[name];
  const isKnown = chosen === undefined || options.includes(chosen);
  return (isKnown ? options : [chosen, ...options]).map((option) => (
    <option key={option} value={option}>
      {optionLabel(name, option, shown)}
    </option>
  ));
}

function Choices({ name, options, shown }: Listed) {
  return (
    <div className="choices">
      {options.map((option) => (
        <label key={option}>
          <input type="checkbox" name={name} value={option} defaultChecked={shown.typed[name].includes(option)} />
          {optionLabel(name, option, shown)}
        </label>
      ))}
    </div>
  );
}

function Order({ name, options, shown }: Listed) {
  return (
    <ol className="order">
      {options.map((option, at) => (
        <li key={option}>
          <select
            name={name}
            defaultValue={shown.typed[name][at] ?? option}
            aria-label={`${settingLabel(name, shown)} ${at + 1}`}
          >
            <Options name={name} options={options} shown={shown} />
          </select>
        </li>
      ))}
    </ol>
  );
}

function whyOf(name: SettingName, { t, format, hasCredits, currency }: ShownSettings): string {
  const declared: SettingField = settingFields[name];
  const own = explained.find((each) => each === name);
  const isBounded = declared.kind === "number";
  return [
    own && t(`settings.${own}_why`),
    isBounded && t("settings.bounds", { least: format.count(declared.least), most: format.count(declared.most) }),
    declared.kind === "money" && t("settings.money_in", { currency }),
    "isOptional" in declared && t("settings.optional"),
    name === "currency" && hasCredits && t("settings.currency_locked"),
  ]
    .filter(Boolean)
    .join(" ");
}

const explained = [
  "time_zone",
  "requirements",
  "delinquency_grace_days",
  "disable_after_days",
  "block_after_days",
  "enable_on_cure",
  "buckets",
  "overpayment_limit",
  "allocation",
  "suspend_grace_days",
  "four_eyes",
] as const satisfies SettingName[];
