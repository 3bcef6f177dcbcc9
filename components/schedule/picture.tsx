import { field } from "#lib/chart/schedule-picture";
import type { ScheduleView } from "#lib/schedule-view";

const parts = ["principal", "interest", "fees"] as const;

/** A schedule as a picture: what each instalment is made of, and the balance as it falls. Its table says the same in figures. */
export function SchedulePicture({ view: { picture, columns, hasFees } }: { view: ScheduleView }) {
  const drawn = parts.filter((part) => part !== "fees" || hasFees);
  const { payment, balance } = picture.scales;
  return (
    <figure className="schedule-picture">
      <figcaption>
        <ul>
          {[...drawn, "balance" as const].map((part) => (
            <li key={part} data-part={part}>
              {columns[part]}
            </li>
          ))}
        </ul>
      </figcaption>
      <p className="names" aria-hidden="true">
        <span>{payment.name}</span>
        <span>{balance.name}</span>
      </p>
      <Ticks ticks={payment.ticks} />
      <svg role="img" aria-label={picture.sentence} viewBox={`0 0 ${field} ${field}`} preserveAspectRatio="none">
        <path className="grid" d={`M0 0H${field}M0 ${field / 2}H${field}M0 ${field}H${field}`} />
        {drawn.map((part) => (
          <path key={part} data-part={part} d={picture.paths[part]} />
        ))}
        <path className="casing" d={picture.paths.balance} />
        <path data-part="balance" d={picture.paths.balance} />
      </svg>
      <Ticks ticks={balance.ticks} />
    </figure>
  );
}

function Ticks({ ticks }: { ticks: readonly string[] }) {
  return (
    <div className="ticks" aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick}>{tick}</span>
      ))}
    </div>
  );
}
