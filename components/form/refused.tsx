/** Why a form was refused, in sentences; it takes the focus where no field is to blame. */
export function Refused({ sentences, look = "refused" }: { sentences: string[]; look?: "refused" | "told refused" }) {
  return (
    <div role="alert" className={look} tabIndex={-1}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
