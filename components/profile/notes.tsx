import { FieldForm } from "#components/form/field-form";
import { Linked } from "#components/ui/linked";
import { RefusedWay } from "#components/ui/refused-way";
import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import type { Forms, ProfileNote } from "#lib/profile";
import type { Shown } from "#lib/records";

type NotesProps = { notes: Shown<ProfileNote> | undefined; forms: Forms; t: Translate; format: Format };

/** What operators tell each other of a customer; a role that may not write notes is not shown them. */
export function Notes({ notes, forms, t, format }: NotesProps) {
  return (
    <section id="notes">
      <h2>{t("profile.notes")}</h2>
      {notes === undefined && <p className="meaning">{t("profile.notes_hidden")}</p>}
      {forms.refused.note !== undefined && <RefusedWay id="no-note" label={t("profile.add_note")} because={forms.refused.note} />}
      {forms.note !== undefined && (
        <FieldForm
          {...forms.note}
          submit={t("profile.add_note")}
          isPrimary={false}
          fields={[{ name: "words", label: t("profile.note"), kind: "long", isRequired: true }]}
        />
      )}
      {notes !== undefined && <Written notes={notes} t={t} format={format} />}
    </section>
  );
}

function Written({ notes: { rows, total }, t, format }: { notes: Shown<ProfileNote>; t: Translate; format: Format }) {
  return (
    <>
      <ul className="entries">
        {rows.map(({ id, email, at, words }) => (
          <li key={id}>
            <p className="words">
              <Linked text={words} />
            </p>
            <p className="by">{t("profile.note_by", { email, at: format.moment(new Date(at)) })}</p>
          </li>
        ))}
      </ul>
      {total > rows.length && <p className="meaning">{t("record.newest", { shown: rows.length, total })}</p>}
    </>
  );
}
