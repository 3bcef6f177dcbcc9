import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import type { TimelineLine } from "#lib/timeline";
import { lineHtml } from "#lib/timeline/html";

export type TimelineProps = {
  lines: readonly TimelineLine[];
  /** What the address of the older ones says; undefined where there are none. */
  older: string | undefined;
  isNewest: boolean;
  t: Translate;
  format: Format;
};

/** All that was done to a record, newest first: when, what, by whom or because of which rule, and why. */
export function Timeline({ lines, older, isNewest, t, format }: TimelineProps) {
  // As text, for an element per part costs more than all the rest of a page, and is sent twice.
  const items = lines.map((line) => lineHtml(line, format));
  return (
    <section className="timeline" id="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t("timeline.title")}</h2>
      {lines.length === 0 && <p>{t("timeline.empty")}</p>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: lineHtml escapes every text of a record, and is tested to. */}
      <ol dangerouslySetInnerHTML={{ __html: items.join("") }} />
      {(older !== undefined || !isNewest) && (
        <nav aria-label={t("timeline.pages")}>
          {!isNewest && <a href="?#timeline">← {t("timeline.newest")}</a>}
          {older !== undefined && <a href={`?before=${older}#timeline`}>{t("timeline.older")} →</a>}
        </nav>
      )}
    </section>
  );
}
