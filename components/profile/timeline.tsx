import { Linked } from "#components/ui/linked";
import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import type { TimelineLine } from "#lib/timeline";

export type TimelineProps = {
  lines: readonly TimelineLine[];
  /** What the address of the older ones says; undefined where there are none. */
  older: string | undefined;
  isNewest: boolean;
  madeAt: string | undefined;
  t: Translate;
  format: Format;
};

/** All that was done to a record, newest first: when, what, by whom or because of which rule, and why. */
export function Timeline({ lines, older, isNewest, madeAt, t, format }: TimelineProps) {
  const isWhole = older === undefined && madeAt !== undefined;
  return (
    <section className="timeline" id="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t("timeline.title")}</h2>
      {lines.length === 0 && !isWhole && <p>{t("timeline.empty")}</p>}
      <ol>
        {lines.map((line) => (
          <li key={line.id}>
            <Moment at={line.at} format={format} />
            <Line line={line} />
          </li>
        ))}
        {isWhole && (
          <li>
            <Moment at={new Date(madeAt)} format={format} />
            <b>{t("timeline.made")}</b>
          </li>
        )}
      </ol>
      {(older !== undefined || !isNewest) && (
        <nav aria-label={t("timeline.pages")}>
          {!isNewest && <a href="?#timeline">← {t("timeline.newest")}</a>}
          {older !== undefined && <a href={`?before=${older}#timeline`}>{t("timeline.older")} →</a>}
        </nav>
      )}
    </section>
  );
}

const Moment = ({ at, format }: { at: Date; format: Format }) => <time dateTime={at.toISOString()}>{format.moment(at)}</time>;

function Line({ line: { record, deed, detail, who, notes, changes, comment } }: { line: TimelineLine }) {
  return (
    <div>
      <p>
        {record !== undefined && <Linked text={record} />} <b>{deed}</b>
        {detail !== "" && <>: {detail}</>}
      </p>
      <p className="who">
        <Linked text={who} />
      </p>
      {notes.map((note) => (
        <p key={note}>
          <Linked text={note} />
        </p>
      ))}
      {changes.map((change) => (
        <p key={change}>{change}</p>
      ))}
      {comment !== undefined && <blockquote>{comment}</blockquote>}
    </div>
  );
}
