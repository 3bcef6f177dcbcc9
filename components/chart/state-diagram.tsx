import { AutomaticSign, EndMark, OperatorSign, SecondOperatorSign } from "#components/chart/sign";
import { type DiagramWords, eventLineHeight, fontSize, textInset } from "#lib/chart/lettering";
import { pathThrough } from "#lib/chart/path";
import { cornerRadius, type DrawnLabel, type DrawnLine, type DrawnState, stateDiagramOf } from "#lib/chart/state-diagram";
import type { AnyMachine } from "#lib/domain/machine";

type StateDiagramProps = { machine: AnyMachine; words: DiagramWords; title: string; description: string };

/** A machine as a picture: its states, and its events as lines between them. */
export function StateDiagram({ machine, words, title, description }: StateDiagramProps) {
  const { width, height, states, labels, lines, entry } = stateDiagramOf(machine, words);
  const id = `diagram-${machine.entity}`;
  return (
    <svg
      className="state-diagram"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      viewBox={`0 0 ${width} ${height}`}
      width={`${width / 13}em`}
      height={`${height / 13}em`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Line points={[entry, { x: entry.x, y: states[0]?.y ?? 0 }]} arrow="down" />
      <circle className="entry" cx={entry.x} cy={entry.y} r={5} />
      {lines.map((line) => (
        <Line key={pathThrough(line.points, 0)} {...line} isSystem={line.events.every((event) => isSystemOnly(machine, event))} />
      ))}
      {states.map((state) => (
        <State key={state.state} {...state} set={machine.states[state.state]?.set ?? "automatic"} words={words} />
      ))}
      {labels.map((label) => (
        <Label key={`${label.event} ${label.y}`} {...label} machine={machine} />
      ))}
    </svg>
  );
}

const isSystemOnly = ({ events }: AnyMachine, event: string) =>
  events[event]?.by.permission === undefined && events[event]?.by.service === undefined;

const turns = { down: 0, left: 90, right: -90 };

function Line({ points, arrow, isSystem = false }: Pick<DrawnLine, "points" | "arrow"> & { isSystem?: boolean }) {
  const tip = points.at(-1);
  return (
    <g className={isSystem ? "line system" : "line"}>
      <path d={pathThrough(points, cornerRadius)} />
      {arrow !== undefined && tip !== undefined && (
        <path
          className="tip"
          d="M0 0L-4.2 -8.5Q0 -6.6 4.2 -8.5Z"
          transform={`translate(${tip.x} ${tip.y}) rotate(${turns[arrow]})`}
        />
      )}
    </g>
  );
}

function State({
  state,
  x,
  y,
  width,
  height,
  isFinal,
  set,
  words,
}: DrawnState & { set: "automatic" | "proactive"; words: DiagramWords }) {
  const Sign = set === "automatic" ? AutomaticSign : OperatorSign;
  return (
    <g className={`state ${set}`} transform={`translate(${x} ${y})`}>
      {isFinal && <EndMark x={width / 2} y={height} />}
      <rect width={width} height={height} rx={9} />
      <Sign x={22} y={height / 2} />
      <text className="name" x={textInset} y={20.5} fontSize={fontSize.state}>
        {words.states[state]}
      </text>
      <text className="note" x={textInset} y={35} fontSize={fontSize.note}>
        {words.set[set]}
      </text>
    </g>
  );
}

function Label({ event, text, x, y, width, height, machine }: DrawnLabel & { machine: AnyMachine }) {
  const isMarked = machine.events[event]?.fourEyes !== undefined;
  return (
    <g className={isSystemOnly(machine, event) ? "event system" : "event"} transform={`translate(${x} ${y})`}>
      <rect width={width} height={height} rx={Math.min(height / 2, 11.5)} />
      {text.map((line, index) => (
        <text key={line} x={(width - (isMarked ? 15 : 0)) / 2} y={16 + index * eventLineHeight} fontSize={fontSize.event}>
          {line}
        </text>
      ))}
      {isMarked && <SecondOperatorSign x={width - 17} y={height / 2} />}
    </g>
  );
}
