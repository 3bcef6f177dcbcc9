import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import type { TimelineLine } from "#lib/timeline";
import { lineHtml, madeHtml } from "#lib/timeline/html";

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
  const made = isWhole ? [madeHtml(new Date(madeAt), t("timeline.made"), format)] : [];
  // As text, for an element per part costs more than all the rest of a page, and is sent twice.
  const items = [...lines.map((line) => lineHtml(line, format)), ...made];
  return (
    <section className="timeline" id="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t("timeline.title")}</h2>
      {lines.length === 0 && !isWhole && <p>{t("timeline.empty")}</p>}
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
