import { CatalogueForm, type CatalogueFormProps } from "#components/catalogue/catalogue-form";

type NewRecordProps = {
  title: string;
  lead: string;
  crumb: { href: string; label: string };
  form: CatalogueFormProps | undefined;
  /** Why there is no form. */
  because?: string;
};

/** The page on which a product or an offer is added. */
export function NewRecord({ title, lead, crumb, form, because = "" }: NewRecordProps) {
  return (
    <main id="content" className="record catalogue">
      <nav className="crumbs" aria-label={crumb.label}>
        <a href={crumb.href}>{crumb.label}</a>
      </nav>
      <header className="record-head">
        <h1>{title}</h1>
        <p className="meaning">{lead}</p>
      </header>
      {form === undefined ? <p className="told refused">{because}</p> : <CatalogueForm {...form} />}
    </main>
  );
}
