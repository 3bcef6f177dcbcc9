import { sql } from "drizzle-orm";
import { defineList } from "#db/list";
import { itself, of } from "#db/list/finds";
import { ofChannels } from "#db/list/payments";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { payments } from "#db/schema/payment";
import { paymentStatuses } from "#lib/domain/payment";
import { channels, paymentTypes } from "#lib/domain/pre-payment";

export const paymentList = defineList({
  name: "payments",
  record: "payment",
  from: payments,
  id: payments.id,
  code: payments.code,
  joins: sql`left join ${customers} on ${customers.id} = ${payments.customerId}
    left join ${credits} on ${credits.id} = ${payments.creditId} left join ${accounts} on ${accounts.id} = ${payments.accountId}`,
  status: payments.status,
  statuses: paymentStatuses,
  finds: {
    payment: itself(payments),
    credit: of(payments.creditId, credits),
    account: of(payments.accountId, accounts),
    customer: of(payments.customerId, customers),
  },
  columns: {
    code: { sql: payments.code, kind: "code" },
    credit: { sql: credits.code, kind: "record" },
    account: { sql: accounts.code, kind: "record" },
    customer: { sql: customers.code, kind: "record" },
    status: { sql: payments.status, kind: "status", filter: "choice", options: paymentStatuses },
    amount: { sql: payments.amount, kind: "money", sort: true, filter: "amount" },
    type: { sql: payments.type, kind: "payment_type", filter: "choice", options: paymentTypes, isOrdered: true },
    paid: { sql: payments.paidOn, kind: "day", sort: true, filter: "days" },
    channel: {
      sql: payments.prePaymentId,
      kind: "channel",
      isHidden: true,
      filter: "choice",
      options: channels,
      chosen: ofChannels,
    },
  },
  defaultSort: { column: "paid", direction: "desc" },
  pageSize: 50,
});
