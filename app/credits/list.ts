import { db } from "#db/client";
import { defineList } from "#db/list";
import { offerColumns } from "#db/list/catalogue";
import { inBuckets, refinancedOr } from "#db/list/credits";
import { credited } from "#db/list/lending";
import { findRules } from "#db/read/rules";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { creditStatuses } from "#lib/domain/credit";
import { bucketOptions } from "#lib/list/bucket";

/** Credits, in the buckets of the project's rules. */
export async function creditList() {
  const [{ product, offer }, { rules }] = await Promise.all([offerColumns(credits.offerId), findRules(db)]);
  const buckets = bucketOptions(rules.buckets);
  return defineList({
    name: "credits",
    ...credited,
    columns: {
      code: { sql: credits.code, kind: "code" },
      customer: { sql: customers.code, kind: "record" },
      national_id: { sql: customers.nationalId, kind: "national_id" },
      status: { sql: credits.status, kind: "status", filter: "choice", options: creditStatuses },
      days_past_due: {
        sql: credits.daysPastDue,
        kind: "bucket",
        sort: true,
        filter: "choice",
        options: buckets,
        chosen: inBuckets(credits.daysPastDue, buckets),
      },
      outstanding: { sql: credits.outstanding, kind: "money", sort: true },
      amount: { sql: credits.amount, kind: "money", sort: true, filter: "amount" },
      taken: { sql: credits.disbursedOn, kind: "day", sort: true, filter: "days" },
      product: { ...product },
      offer: { ...offer },
      refinanced: {
        sql: credits.refinancesId,
        kind: "yes_no",
        isHidden: true,
        filter: "choice",
        options: ["yes", "no"],
        chosen: refinancedOr,
      },
    },
    defaultSort: { column: "taken", direction: "desc" },
  });
}
