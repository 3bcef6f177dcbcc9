/** Why a form was refused, in sentences. */
export function Refused({ sentences }: { sentences: string[] }) {
  return (
    <div role="alert" className="refused">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
