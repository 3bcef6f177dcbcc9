import { CatalogueForm } from "#components/catalogue/catalogue-form";
import { Facts } from "#components/profile/facts";
import { RefusedWay } from "#components/ui/refused-way";
import type { ShownOffer } from "#lib/catalogue/shown";
import type { Translate } from "#lib/messages/catalogue";

/** What an offer says, a tab at a time: as a form, or as it is with the reason why there is none. */
export function OfferSettings({ tabs, edit, said, t }: ShownOffer & { t: Translate }) {
  return (
    <div className="offer-settings" id="settings">
      <nav className="tabs" aria-label={t("offering.tabs")}>
        {tabs.map(({ href, label, isOpen }) => (
          <a key={href} href={href} aria-current={isOpen ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {"because" in edit && <RefusedWay id="no-edit" label={t("offering.edit")} {...edit} />}
      {"because" in edit ? (
        <div className="groups">
          {said.map(({ title, lead, facts }) => (
            <Facts key={title} title={title} facts={facts}>
              {lead !== undefined && <p className="meaning">{lead}</p>}
            </Facts>
          ))}
        </div>
      ) : (
        <CatalogueForm key={tabs.find(({ isOpen }) => isOpen)?.href} {...edit} submit={t("offering.save")} />
      )}
    </div>
  );
}

/** What is missing for activation, each with where it is set. */
export function Completeness({ missing, t }: Pick<ShownOffer, "missing"> & { t: Translate }) {
  if (missing === undefined) return null;
  return (
    <section className="completeness">
      <h2>{t(missing.length === 0 ? "offering.complete" : "offering.missing")}</h2>
      {missing.length === 0 && <p className="meaning">{t("offering.complete_why")}</p>}
      <ul className="entries">
        {missing.map(({ sentence, href, label }) => (
          <li key={sentence}>
            <span>{sentence}</span>
            <a href={href}>{t("offering.go_to", { tab: label })}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The form that removes an offer, or why it cannot be removed. */
export function Removal({ removal, t }: Pick<ShownOffer, "removal"> & { t: Translate }) {
  const label = t("offering.remove");
  return (
    <section className="removal">
      <h2>{label}</h2>
      {"because" in removal ? (
        <RefusedWay id="no-removal" label={label} {...removal} />
      ) : (
        <CatalogueForm {...removal} lead={t("offering.remove_lead")} submit={label} isDanger />
      )}
    </section>
  );
}
