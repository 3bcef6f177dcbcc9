import type { RequestWords } from "#components/credit-request/words";
import { SchedulePicture } from "#components/schedule/picture";
import { ScheduleTable } from "#components/schedule/table";
import type { RequestField } from "#lib/credit-request/field";
import type { RequestPreview, RequestState } from "#lib/credit-request/form";

type PreviewProps = { state: RequestState | null; isFollowing: boolean; words: RequestWords };

/** How the credit would be repaid; while one types, also why that cannot be said yet. */
export function Preview({ state, isFollowing, words }: PreviewProps) {
  const preview = state?.preview;
  return (
    <section className="preview">
      <h2>{words.previewed}</h2>
      <output className="sr-only">{preview?.schedule.picture.sentence}</output>
      {preview === undefined ? (
        <NotYet sentences={isFollowing && state !== null ? whyNotYet(state) : []} words={words} />
      ) : (
        <Previewed {...preview} />
      )}
    </section>
  );
}

/** Of the fields that something stands in, for the others nobody has come to yet; where no field is to blame, what is. */
function whyNotYet({ sentences, faults, typed }: RequestState): readonly string[] {
  const blamed = Object.entries(faults);
  if (blamed.length === 0) return sentences;
  return blamed.flatMap(([field, fault]) => (typed[field as RequestField] === "" ? [] : [fault]));
}

function NotYet({ sentences, words }: { sentences: readonly string[]; words: RequestWords }) {
  if (sentences.length === 0) return <p className="hint">{words.notYet}</p>;
  return sentences.map((sentence) => (
    <p key={sentence} className="why">
      {sentence}
    </p>
  ));
}

function Previewed({ facts, notes, schedule }: RequestPreview) {
  return (
    <>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <p key={note} className="why">
          {note}
        </p>
      ))}
      <SchedulePicture view={schedule} />
      <ScheduleTable view={schedule} />
    </>
  );
}
