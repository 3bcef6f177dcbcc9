import { type Story, someAmount } from "#db/seed/tale";
import { lend, standLate } from "#db/seed/tale/credit";
import { hold, note, promise, violate } from "#db/seed/tale/customer";
import { announce, atTheCounter, bankFile, byApp, debit, payDue, toCredit } from "#db/seed/tale/payment";
import { granted, request } from "#db/seed/tale/request";

const late: Story["tell"] = (it) => {
  const instalment = someAmount(it, 60_000, 300_000);
  const credit = granted(it, lend(it, "twelve", instalment * 12n, 12, 110));
  payDue(it, credit, 1);
  payDue(it, credit, 2);
  standLate(it, credit);
  promise(it, toCredit(credit), instalment, { status: "broken", madeDaysAgo: 15, changedDaysAgo: 7, dueOn: it.dayOf(8) });
  promise(it, toCredit(credit), instalment, { status: "open", madeDaysAgo: 5, dueOn: it.dayOf(-4) });
  announce(it, toCredit(credit), instalment, 1, bankFile);
  note(it, "Paga cuando le consignen la quincena.", 5);
};

const veryLate: Story["tell"] = (it) => {
  const instalment = someAmount(it, 100_000, 500_000);
  const credit = granted(it, lend(it, "classic", instalment * 24n, 24, 150));
  standLate(it, credit);
  announce(it, toCredit(credit), instalment, 4, atTheCounter);
  announce(it, toCredit(credit), instalment, 3, debit);
  promise(it, toCredit(credit), instalment, { status: "broken", madeDaysAgo: 60, changedDaysAgo: 44, dueOn: it.dayOf(45) });
};

const fraud: Story["tell"] = (it) => {
  const instalment = someAmount(it, 100_000, 500_000);
  const credit = granted(it, lend(it, "three", instalment * 3n, 3, 25));
  violate(it, true, 18, "La cédula que adjuntó es de otra persona, según la Registraduría.");
  announce(it, toCredit(credit), instalment, 2, byApp);
  note(it, "Se informó al oficial de cumplimiento.", 17);
};

const violating: Story["tell"] = (it) => {
  violate(it, false, 90, "El correo rebotó y el teléfono no existía.", 88);
  violate(it, false, 14, "Un tercero dice que el crédito se pidió a su nombre.");
  request(it, "twelve", someAmount(it, 400_000, 2_000_000), 8, 9);
};

const held: Story["tell"] = (it) => {
  const instalment = someAmount(it, 100_000, 500_000);
  const credit = granted(it, lend(it, "twelve", instalment * 12n, 12, 55));
  payDue(it, credit, 1);
  hold(it, 16);
  note(it, "Pidió que no le presten más hasta que avise.", 16);
};

const forgiven: Story["tell"] = (it) => {
  violate(it, true, 70, "Parecía una suplantación: el rostro no coincidía con el documento.", 64);
  note(it, "Vino a la oficina con su documento; es quien dice ser.", 64);
};

export const standingStories: Story[] = [
  { status: "disabled", tell: late },
  { status: "blocked", tell: veryLate },
  { status: "blocked", tell: fraud },
  { status: "disabled", tell: violating },
  { status: "disabled", tell: held },
  { status: "enabled", tell: forgiven },
];
