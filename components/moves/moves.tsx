import { Decided, type DecidedProps } from "#components/approvals/decided";
import { type Action, MoveForms } from "#components/moves/move-forms";
import { Linked } from "#components/ui/linked";
import { type Decision, decisionHtml } from "#lib/list/html/decision";
import type { Translate } from "#lib/messages/catalogue";
import type { Act, ActWords, Obstacle } from "#lib/moves";

export type MovesProps = {
  action: Action;
  /** What each form sends besides what is typed. */
  sent: { entity: string; code: string; moves: string; key: string };
  /** The action whose form is open. */
  opened: string;
  possible: Act[];
  obstacles: Obstacle[];
  pending: { code: string; sentence: string; comment: string | undefined; decision: Decision | undefined }[];
  /** What came of the decision that led here. */
  decided: DecidedProps | undefined;
  result: { lines: string[]; undo: { event: string; label: string } | undefined } | undefined;
  t: Translate;
};

/** Everything that can happen to a record: what is possible now with its form, what is not with the reason why. */
export function Moves({ action, sent, opened, possible, obstacles, pending, decided, result, t }: MovesProps) {
  const blocked = obstacles.filter(({ isAutomatic }) => !isAutomatic);
  const automatic = obstacles.filter(({ isAutomatic }) => isAutomatic);
  return (
    <section className="moves" id="actions">
      <h2>{t("move.title")}</h2>
      {result !== undefined && (
        <div className="result" role="status">
          {result.lines.map((line) => (
            <p key={line}>
              <Linked text={line} />
            </p>
          ))}
          {result.undo !== undefined && <a href={`?act=${result.undo.event}#act-${result.undo.event}`}>{result.undo.label}</a>}
        </div>
      )}
      {decided !== undefined && <Decided {...decided} />}
      {pending.map(({ code, sentence, comment, decision }) => (
        <div key={code} className="pending">
          <p>
            <b className="id">{code}</b> {sentence}
          </p>
          {comment !== undefined && <blockquote>{comment}</blockquote>}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it escapes every text, as in the list. */}
          {decision && <div className="decision" dangerouslySetInnerHTML={{ __html: decisionHtml(decision) }} />}
        </div>
      ))}
      <MoveForms
        action={action}
        sent={sent}
        acts={possible.map((act) => ({ act, words: wordsOf(act, sent.code, t) }))}
        opened={opened}
        comment={t("move.comment")}
      />
      {blocked.length > 0 && <Obstacles title={t("move.not_now")} obstacles={blocked} />}
      {automatic.length > 0 && (
        <details className="automatic">
          <summary>{t("move.by_itself")}</summary>
          <Obstacles obstacles={automatic} otherwise={t("move.only_system")} />
        </details>
      )}
    </section>
  );
}

/** Each is a button that says no, reachable by keyboard, described by its reason. */
function Obstacles({ title, obstacles, otherwise = "" }: { title?: string; obstacles: Obstacle[]; otherwise?: string }) {
  return (
    <div className="obstacles">
      {title !== undefined && <h3>{title}</h3>}
      <ul>
        {obstacles.map(({ event, label, because }) => (
          <li key={event}>
            <button type="button" aria-disabled="true" aria-describedby={`why-${event}`}>
              {label}
            </button>
            <span id={`why-${event}`}>{because.join(" ") || otherwise}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function wordsOf(act: Act, code: string, t: Translate): ActWords {
  return {
    to: t("move.to", { state: act.to }),
    reason: t("move.reason"),
    choose: t("move.choose"),
    comment: t(act.reasons?.some((reason) => reason.code === "other") ? "move.comment_other" : "move.comment"),
    amount: act.asks === undefined ? "" : t(`move.asks_${act.event}` as never),
    typed: t("move.typed", { code }),
    effects: act.effects ?? "",
    final: act.final ?? "",
    approval: act.needsApproval ? t("move.approval") : "",
    submit: act.needsApproval ? `${act.label}: ${t("move.submit_ask")}` : act.label,
  };
}
