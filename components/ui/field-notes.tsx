type FieldNotesProps = { id: string; hint: string | undefined; fault: string | undefined };

/** What stands below a field: how to fill it, and what is wrong with what was typed. */
export function FieldNotes({ id, hint, fault }: FieldNotesProps) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </>
  );
}
