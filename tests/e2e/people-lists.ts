import type { Language } from "#tests/e2e/app";

export type ListWords = { title: string; total: string; found: string; columns: readonly string[] };
export type PeopleList = {
  address: "/pre-customers" | "/customers";
  /** Its people, as the database knows them. */
  where: string;
  words: Record<Language, ListWords>;
  /** Columns that sort, by their place, and what the database has for each. */
  sortable: Readonly<Record<number, string>>;
};

/** The lists as spec/screens.md has them. */
export const preCustomers: PeopleList = {
  address: "/pre-customers",
  where: "status = 'unregistered'",
  words: {
    en: {
      title: "Pre-customers",
      total: "in total",
      found: "found",
      columns: ["Pre-customer ID", "Name", "Phone number", "Date created", "Date modified", "ID type", "Email"],
    },
    es: {
      title: "Preclientes",
      total: "en total",
      found: "encontrados",
      columns: [
        "ID de precliente",
        "Nombre",
        "Teléfono",
        "Fecha de creación",
        "Fecha de modificación",
        "Tipo de documento",
        "Correo",
      ],
    },
  },
  sortable: { 1: "name", 3: "created_at", 4: "status_changed_at" },
};

export const customers: PeopleList = {
  address: "/customers",
  where: "status in ('enabled', 'disabled', 'blocked')",
  words: {
    en: {
      title: "Customers",
      total: "in total",
      found: "found",
      columns: [
        "Customer ID",
        "Name",
        "Customer Status",
        "Active Credits",
        "Email",
        "Phone Number",
        "National ID",
        "Date Created",
        "Date Modified",
        "Personal Data Acceptance",
        "Personal Approval",
      ],
    },
    es: {
      title: "Clientes",
      total: "en total",
      found: "encontrados",
      columns: [
        "ID de cliente",
        "Nombre",
        "Estado del cliente",
        "Créditos activos",
        "Correo",
        "Teléfono",
        "Documento de identidad",
        "Fecha de creación",
        "Fecha de modificación",
        "Aceptación de datos personales",
        "Aprobación personal",
      ],
    },
  },
  sortable: { 1: "name", 3: "active_credits", 7: "registered_at", 8: "status_changed_at" },
};

/** What the buttons and fields of a list say. */
export const controls = {
  en: {
    text: /^Search text/,
    search: "Search",
    applied: "Applied filters",
    clear: "Clear filters",
    remove: /^Remove filter/,
    download: "Download",
    cancel: "Cancel",
    downloaded: "Downloaded",
    from: "From",
    to: "To",
    period: "Period",
    lastMonth: "Last month",
    first: "First page",
    previous: "Previous page",
    next: "Next page",
    last: "Last page",
    enabled: "Enabled",
    passport: "Passport",
  },
  es: {
    text: /^Texto a buscar/,
    search: "Buscar",
    applied: "Filtros aplicados",
    clear: "Quitar todos los filtros",
    remove: /^Quitar filtro/,
    download: "Descargar",
    cancel: "Cancelar",
    downloaded: "descargadas",
    from: "Desde",
    to: "Hasta",
    period: "Periodo",
    lastMonth: "Mes pasado",
    first: "Primera página",
    previous: "Página anterior",
    next: "Página siguiente",
    last: "Última página",
    enabled: "Habilitado",
    passport: "Pasaporte",
  },
} satisfies Record<Language, Record<string, string | RegExp>>;
