import { defineList } from "#db/list";
import { paid } from "#db/list/paying";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { payments } from "#db/schema/payment";
import { paymentStatuses } from "#lib/domain/payment";
import { channels, paymentTypes } from "#lib/domain/pre-payment";

export const paymentList = defineList({
  name: "payments",
  ...paid,
  columns: {
    code: { sql: payments.code, kind: "code" },
    credit: { sql: credits.code, kind: "record" },
    account: { sql: accounts.code, kind: "record" },
    customer: { sql: customers.code, kind: "record" },
    status: { sql: payments.status, kind: "status", filter: "choice", options: paymentStatuses },
    amount: { sql: payments.amount, kind: "money", sort: true, filter: "amount" },
    type: { sql: payments.type, kind: "payment_type", filter: "choice", options: paymentTypes, isOrdered: true },
    paid: { sql: payments.paidOn, kind: "day", sort: true, filter: "days" },
    channel: { sql: payments.channel, kind: "channel", isHidden: true, filter: "choice", options: channels, isOrdered: true },
  },
  defaultSort: { column: "paid", direction: "desc" },
});
