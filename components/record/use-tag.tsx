import type { OfferStatus } from "#lib/domain/offer";
import type { Translate } from "#lib/messages/catalogue";

/** Whether an offer has an active credit; one that is a draft has no tag. */
export function UseTag({ status, isInUse, t }: { status: OfferStatus; isInUse: boolean; t: Translate }) {
  if (status === "draft") return "—";
  return <span className="tag">{t(isInUse ? "record.tag_in_use" : "record.tag_idle")}</span>;
}
