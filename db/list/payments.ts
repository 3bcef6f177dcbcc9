import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { among } from "#db/list/query";
import { payments } from "#db/schema/payment";
import { prePayments } from "#db/schema/pre-payment";

/** The payments that were announced through one of the channels. */
export const ofChannels = (channels: readonly string[]): SQL =>
  sql`exists (select from ${prePayments} where ${prePayments.id} = ${payments.prePaymentId} and ${among(sql`${prePayments.channel}`, channels)})`;
