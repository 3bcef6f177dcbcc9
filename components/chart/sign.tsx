type Place = { x: number; y: number };
const at = ({ x, y }: Place) => `translate(${x} ${y})`;

/** The system sets it. */
export function AutomaticSign(place: Place) {
  return (
    <g className="sign" transform={at(place)}>
      <circle r={11.5} />
      <path d="M1.6 -7L-4.6 1.4H-0.6L-1.6 7L4.6 -1.4H0.6Z" />
    </g>
  );
}

/** An operator sets it. */
export function OperatorSign(place: Place) {
  return (
    <g className="sign" transform={at(place)}>
      <circle r={11.5} />
      <path d="M0 -6.4A3 3 0 0 1 0 -0.4A3 3 0 0 1 0 -6.4ZM-5.8 6.2C-5.8 -0.4 5.8 -0.4 5.8 6.2Z" />
    </g>
  );
}

/** A second operator must approve. */
export function SecondOperatorSign(place: Place) {
  return (
    <g className="second" transform={at(place)}>
      {[-3.6, 3.6].map((x) => (
        <path
          key={x}
          transform={at({ x, y: 0 })}
          d="M0 -4.6A2 2 0 0 1 0 -0.6A2 2 0 0 1 0 -4.6ZM-3.3 4.2C-3.3 -0.4 3.3 -0.4 3.3 4.2Z"
        />
      ))}
    </g>
  );
}

/** Nothing leads on from the state above. */
export function EndMark(place: Place) {
  return (
    <g className="end" transform={at(place)}>
      <path d="M0 0V11" />
      <circle className="ring" cy={17.5} r={6.5} />
      <circle cy={17.5} r={3.4} />
    </g>
  );
}
