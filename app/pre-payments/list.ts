import { defineList } from "#db/list";
import { announced } from "#db/list/paying";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { prePayments } from "#db/schema/pre-payment";
import { channels, paymentTypes, prePaymentStatuses } from "#lib/domain/pre-payment";

export const prePaymentList = defineList({
  name: "pre-payments",
  ...announced,
  columns: {
    code: { sql: prePayments.code, kind: "code" },
    credit: { sql: credits.code, kind: "record" },
    account: { sql: accounts.code, kind: "record" },
    customer: { sql: customers.code, kind: "record" },
    status: { sql: prePayments.status, kind: "status", filter: "choice", options: prePaymentStatuses },
    amount: { sql: prePayments.amount, kind: "money", sort: true, filter: "amount" },
    type: { sql: prePayments.type, kind: "payment_type", filter: "choice", options: paymentTypes, isOrdered: true },
    taken: { sql: prePayments.createdAt, kind: "instant", sort: true, filter: "days" },
    channel: {
      sql: prePayments.channel,
      kind: "channel",
      isHidden: true,
      filter: "choice",
      options: channels,
      isOrdered: true,
    },
  },
  defaultSort: { column: "taken", direction: "desc" },
});
