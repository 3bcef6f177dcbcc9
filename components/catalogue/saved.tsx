/** What came of the form that led here. */
export function Saved({ saved }: { saved: string | undefined }) {
  if (saved === undefined) return null;
  return (
    <p className="told" role="status">
      {saved}
    </p>
  );
}
