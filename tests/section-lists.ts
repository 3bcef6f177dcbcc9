type Words = { title: string; columns: readonly string[] };

/** A list of records as spec/screens.md has it, said once more without the app's own declaration. */
export type SectionList = {
  table: string;
  en: Words;
  es: Words;
  /** Columns that sort: the default first, newest first; what each is in SQL, and its place in the table. */
  sorts: Readonly<Record<string, { sql: string; place: number }>>;
  /** What may be asked in an address, and which rows that lets through. PRODUCT, OFFER and CARD stand for IDs. */
  filters: Readonly<Record<string, string>>;
  /** Addresses that cannot be followed. */
  refused: readonly string[];
};

export type Placed = "product" | "offer" | "card";
/** The offer of most requests, its product, and that of the accounts. */
export const placed = `select products.code as product, offers.code as offer,
    (select code from products where id = (select product_id from accounts limit 1)) as card
  from pre_loans join offers on offers.id = offer_id join products on products.id = product_id
  group by 1, 2 order by count(*) desc limit 1`;

const bogota = (column: string, from: string, to: string) =>
  `(${column} at time zone 'America/Bogota')::date between '${from}' and '${to}'`;
const underProduct = "offer_id in (select id from offers where product_id = (select id from products where code = 'PRODUCT'))";
const underOffer = "offer_id = (select id from offers where code = 'OFFER')";
const isRefinanced = "(refinances_id is not null or coalesce(closed_by, '') = 'refinance')";

export const sectionLists: Readonly<Record<string, SectionList>> = {
  "pre-loans": {
    table: "pre_loans",
    en: {
      title: "Credit requests",
      columns: "Request ID, Customer ID, Customer Name, Request Status, Amount, Downpayment, Taken At, Product, Offer".split(
        ", ",
      ),
    },
    es: {
      title: "Solicitudes",
      columns:
        "ID de solicitud, ID de cliente, Nombre del cliente, Estado de la solicitud, Monto, Cuota inicial, Fecha de toma, Producto, Oferta".split(
          ", ",
        ),
    },
    sorts: { taken: { sql: "created_at", place: 6 }, amount: { sql: "amount_minor", place: 4 } },
    filters: {
      "status=pending": "status = 'pending'",
      "status=completed&status=rejected": "status in ('completed', 'rejected')",
      "amount_from=500000&amount_to=3000000": "amount_minor between 50000000 and 300000000",
      "taken_from=2026-01-01&taken_to=2026-09-30": bogota("created_at", "2026-01-01", "2026-09-30"),
      "product=PRODUCT": underProduct,
      "offer=OFFER": underOffer,
      "status=completed&amount_to=9000000.50&product=PRODUCT": `status = 'completed' and amount_minor <= 900000050 and ${underProduct}`,
    },
    refused: ["amount_from=1,500", "offer=F-222222", "status=active", "sort=downpayment", "taken_from=2026-02-30", "id=K-222222"],
  },
  credits: {
    table: "credits",
    en: {
      title: "Credits",
      columns:
        "Credit ID, Customer ID, National ID, Credit Status, Days Past Due, Outstanding, Amount, Taken At, Product, Offer".split(
          ", ",
        ),
    },
    es: {
      title: "Créditos",
      columns:
        "ID de crédito, ID de cliente, Documento de identidad, Estado del crédito, Días vencidos, Saldo pendiente, Monto, Fecha de toma, Producto, Oferta".split(
          ", ",
        ),
    },
    sorts: {
      taken: { sql: "disbursed_on", place: 7 },
      days_past_due: { sql: "days_past_due", place: 4 },
      outstanding: { sql: "outstanding_minor", place: 5 },
      amount: { sql: "amount_minor", place: 6 },
    },
    filters: {
      "status=active": "status = 'active'",
      "status=paid&status=cancelled": "status in ('paid', 'cancelled')",
      "days_past_due=current": "days_past_due = 0",
      "days_past_due=b1&days_past_due=b121": "days_past_due between 1 and 30 or days_past_due >= 121",
      "days_past_due=b31": "days_past_due between 31 and 60",
      "amount_from=1000000&amount_to=5000000": "amount_minor between 100000000 and 500000000",
      "taken_from=2026-01-01&taken_to=2026-09-30": "disbursed_on between '2026-01-01' and '2026-09-30'",
      "product=PRODUCT": underProduct,
      "offer=OFFER": underOffer,
      "refinanced=yes": isRefinanced,
      "refinanced=no": `not ${isRefinanced}`,
      "refinanced=no&refinanced=yes": "true",
      "status=active&days_past_due=current&offer=OFFER&sort=-amount": `status = 'active' and days_past_due = 0 and ${underOffer}`,
    },
    refused: ["days_past_due=b2", "days_past_due=31", "amount_to=-1", "refinanced=maybe", "product=T-222222", "sort=national_id"],
  },
  "pre-payments": {
    table: "pre_payments",
    en: {
      title: "Pre-payments",
      columns: "Pre-Payment ID, Credit ID, Account ID, Customer ID, Status, Amount, Type, Taken At".split(", "),
    },
    es: {
      title: "Prepagos",
      columns: "ID de prepago, ID de crédito, ID de cuenta, ID de cliente, Estado, Monto, Tipo, Fecha de toma".split(", "),
    },
    sorts: { taken: { sql: "created_at", place: 7 }, amount: { sql: "amount_minor", place: 5 } },
    filters: {
      "status=pending": "status = 'pending'",
      "type=automatic": "type = 'automatic'",
      "type=automatic&type=voluntary": "true",
      "channel=external": "channel = 'external'",
      "amount_from=100000": "amount_minor >= 10000000",
      "taken_to=2026-09-30": bogota("created_at", "1900-01-01", "2026-09-30"),
      "type=voluntary&channel=platform&status=completed": "type = 'voluntary' and channel = 'platform' and status = 'completed'",
    },
    refused: ["type=cash", "channel=post", "status=accepted", "amount_from=1e3", "id=M-222222"],
  },
  payments: {
    table: "payments",
    en: {
      title: "Payments",
      columns: "Payment ID, Credit ID, Account ID, Customer ID, Status, Amount, Type, Date".split(", "),
    },
    es: {
      title: "Pagos",
      columns: "ID de pago, ID de crédito, ID de cuenta, ID de cliente, Estado, Monto, Tipo, Fecha".split(", "),
    },
    sorts: { paid: { sql: "paid_on", place: 7 }, amount: { sql: "amount_minor", place: 5 } },
    filters: {
      "status=accepted": "status = 'accepted'",
      "type=voluntary": "type = 'voluntary'",
      "channel=platform": "pre_payment_id in (select id from pre_payments where channel = 'platform')",
      "channel=platform&channel=external": "pre_payment_id is not null",
      "amount_to=150000": "amount_minor <= 15000000",
      "paid_from=2026-01-01&paid_to=2026-09-30": "paid_on between '2026-01-01' and '2026-09-30'",
      "status=accepted&type=automatic&sort=amount": "status = 'accepted' and type = 'automatic'",
    },
    refused: ["paid_from=yesterday", "type=x", "status=pending", "sort=status", "after=K-222222"],
  },
  products: {
    table: "products",
    en: {
      title: "Product catalogue",
      columns: "Product ID, Product Name, Creation Date, Product Status, Number of Offers".split(", "),
    },
    es: {
      title: "Catálogo",
      columns: "ID de producto, Nombre del producto, Fecha de creación, Estado del producto, Número de ofertas".split(", "),
    },
    sorts: {
      created: { sql: "created_at", place: 2 },
      name: { sql: 'name collate "es-x-icu"', place: 1 },
      offers: { sql: "(select count(*) from offers where product_id = products.id)", place: 4 },
    },
    filters: {
      "status=enabled": "status = 'enabled'",
      "created_from=2020-01-01": "created_at >= '2020-01-01 00:00-05'",
    },
    refused: ["status=draft", "created=sometime", "sort=status"],
  },
  offers: {
    table: "offers",
    en: {
      title: "Offers",
      columns: "Offer ID, Offer Name, Product, Offer Status, Tag, Active Credits, Date Created".split(", "),
    },
    es: {
      title: "Ofertas",
      columns:
        "ID de oferta, Nombre de la oferta, Producto, Estado de la oferta, Etiqueta, Créditos activos, Fecha de creación".split(
          ", ",
        ),
    },
    sorts: {
      created: { sql: "created_at", place: 6 },
      name: { sql: 'name collate "es-x-icu"', place: 1 },
      active_credits: {
        sql: "(select count(*) from credits where offer_id = offers.id and credits.status = 'active')",
        place: 5,
      },
    },
    filters: {
      "status=enabled": "status = 'enabled'",
      "product=PRODUCT": "product_id = (select id from products where code = 'PRODUCT')",
      "tag=in_use": "status <> 'draft' and exists (select from credits where offer_id = offers.id and credits.status = 'active')",
      "tag=idle":
        "status <> 'draft' and not exists (select from credits where offer_id = offers.id and credits.status = 'active')",
    },
    refused: ["tag=used", "status=active", "product=nothing"],
  },
  accounts: {
    table: "accounts",
    en: {
      title: "Card accounts",
      columns:
        "Account ID, Customer ID, Customer Name, Account Status, Credit Line, Available, Total Debt, Minimum Payment Due, Product, Date Created".split(
          ", ",
        ),
    },
    es: {
      title: "Cuentas",
      columns:
        "ID de cuenta, ID de cliente, Nombre del cliente, Estado de la cuenta, Cupo, Disponible, Deuda total, Pago mínimo exigible, Producto, Fecha de creación".split(
          ", ",
        ),
    },
    sorts: {
      created: { sql: "created_at", place: 9 },
      credit_line: { sql: "credit_line_minor", place: 4 },
      available: {
        sql: `greatest(0, credit_line_minor - (select coalesce(sum(outstanding_minor), 0) from credits where account_id = accounts.id)
          - (select coalesce(sum(amount_minor - downpayment_minor), 0) from pre_loans where account_id = accounts.id and pre_loans.status = 'pending'))`,
        place: 5,
      },
      debt: {
        sql: "(select coalesce(sum(outstanding_minor), 0) from credits where account_id = accounts.id and status <> 'in_dispute')",
        place: 6,
      },
    },
    filters: {
      "status=active": "status = 'active'",
      "status=suspended&status=canceled": "status in ('suspended', 'canceled')",
      "product=CARD": "product_id = (select id from products where code = 'CARD')",
      "created_from=2026-07-01": bogota("created_at", "2026-07-01", "9999-12-31"),
    },
    refused: ["status=blocked", "created_to=99", "sort=minimum_due"],
  },
  cards: {
    table: "cards",
    en: {
      title: "Cards",
      columns: "Card ID, Account ID, Customer ID, Card Number (last four), Type, Card Status, Date Created, Date Modified".split(
        ", ",
      ),
    },
    es: {
      title: "Tarjetas",
      columns:
        "ID de tarjeta, ID de cuenta, ID de cliente, Número de tarjeta (últimos cuatro), Tipo, Estado de la tarjeta, Fecha de creación, Fecha de modificación".split(
          ", ",
        ),
    },
    sorts: { created: { sql: "created_at", place: 6 }, modified: { sql: "status_changed_at", place: 7 } },
    filters: {
      "status=active": "status = 'active'",
      "type=physical": "kind = 'physical'",
      "type=virtual&status=active": "kind = 'virtual' and status = 'active'",
      "created_from=2026-07-01": bogota("created_at", "2026-07-01", "9999-12-31"),
    },
    refused: ["type=gold", "status=disabled", "sort=last_four"],
  },
  promises: {
    table: "promises",
    en: { title: "Promises to pay", columns: "Promise ID, Credit or Account, Customer ID, Amount, Due, Status".split(", ") },
    es: { title: "Promesas", columns: "ID de promesa, Crédito o cuenta, ID de cliente, Monto, Vence, Estado".split(", ") },
    sorts: { due: { sql: "due_on", place: 4 }, amount: { sql: "amount_minor", place: 3 } },
    filters: {
      "status=open": "status = 'open'",
      "due_from=2026-11-25": "due_on >= '2026-11-25'",
      "status=kept&status=broken": "status in ('kept', 'broken')",
    },
    refused: ["status=paid", "due_from=soon", "amount=5&sort=of"],
  },
};
