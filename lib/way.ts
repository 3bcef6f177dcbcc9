import type { Format } from "#lib/list/format";
import type { Language, Translate } from "#lib/messages/catalogue";

/** How a page says things: its language, its words, and how it writes numbers, days and money. */
export type Way = { language: Language; t: Translate; format: Format };
