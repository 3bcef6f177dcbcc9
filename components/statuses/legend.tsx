import type { ReactNode } from "react";
import { AutomaticSign, EndMark, OperatorSign, SecondOperatorSign } from "#components/chart/sign";
import type { Translate } from "#lib/messages/catalogue";

/** What each sign of a diagram means. */
export function Legend({ t }: { t: Translate }) {
  return (
    <section className="legend" aria-labelledby="legend">
      <h2 id="legend">{t("statuses.legend")}</h2>
      <ul>
        <Sign means={t("statuses.legend_begin")}>
          <circle className="entry" cx={16} cy={4} r={4} />
          <g className="line">
            <path d="M16 4V24" />
            <path className="tip" d="M0 0L-4.2 -8.5Q0 -6.6 4.2 -8.5Z" transform="translate(16 24)" />
          </g>
        </Sign>
        <Sign means={t("statuses.legend_automatic")}>
          <g className="state automatic">
            <rect x={1} y={0.5} width={30} height={23} rx={6} />
            <AutomaticSign x={16} y={12} />
          </g>
        </Sign>
        <Sign means={t("statuses.legend_proactive")}>
          <g className="state proactive">
            <rect x={1} y={0.5} width={30} height={23} rx={6} />
            <OperatorSign x={16} y={12} />
          </g>
        </Sign>
        <Sign means={t("statuses.legend_event")}>
          <EventSign />
        </Sign>
        <Sign means={t("statuses.legend_system")}>
          <EventSign isSystem />
        </Sign>
        <Sign means={t("statuses.legend_second")}>
          <SecondOperatorSign x={16} y={12} />
        </Sign>
        <Sign means={t("statuses.legend_end")}>
          <EndMark x={16} y={-1} />
        </Sign>
      </ul>
    </section>
  );
}

function Sign({ means, children }: { means: string; children: ReactNode }) {
  return (
    <li>
      <svg className="state-diagram" aria-hidden="true" viewBox="0 0 32 24" width="2.46em" height="1.85em">
        {children}
      </svg>
      {means}
    </li>
  );
}

function EventSign({ isSystem = false }: { isSystem?: boolean }) {
  const system = isSystem ? " system" : "";
  return (
    <>
      <g className={`line${system}`}>
        <path d="M16 0V24" />
      </g>
      <g className={`event${system}`}>
        <rect x={1} y={5} width={30} height={14} rx={7} />
      </g>
    </>
  );
}
