import { bilingual } from "#lib/messages/bilingual";
import { expect, test } from "#tests/e2e/app";
import { addDraft, field, press } from "#tests/e2e/catalogue";
import { actionsOf } from "#tests/e2e/people";
import { ways } from "#tests/e2e/ways";

const words = bilingual({
  en: {
    name: "Name",
    least: "Least amount",
    most: "Greatest amount",
    instalments: "Most instalments",
    fewest: "Fewest instalments",
    add: "Add product",
    add_offer: "Add offer",
    from: "Valid from",
    until: "Valid until",
    general: "General settings",
    repayment: "Repayment logic",
    charges: "Charges",
    method: "Method",
    rate: "Annual rate, in percent",
    every: "An instalment every",
    unit: "Unit of the period",
    late: "Late fee",
    late_kind: "Late fee: fixed or percent",
    save: "Save",
    missing: "Missing for activation",
    ready: "Ready for activation",
    go_to: "Go to: Repayment logic",
    activate: "Activate",
    enabled: "Enabled-Active",
    upside_down: "The last day is before the first.",
    fraction: "type the rate in percent",
    ambiguous: "could be thousands or decimals",
    correct: "Nothing was saved yet: correct what is marked, and send it again.",
    amount: "Amount",
    number: "Number of instalments",
    simulate: "Simulate",
    total: "Total",
    download: "Download CSV",
    least_amount: "The least amount is",
  },
  es: {
    name: "Nombre",
    least: "Monto mínimo",
    most: "Monto máximo",
    instalments: "Máximo de cuotas",
    fewest: "Mínimo de cuotas",
    add: "Agregar producto",
    add_offer: "Agregar oferta",
    from: "Vigente desde",
    until: "Vigente hasta",
    general: "Ajustes generales",
    repayment: "Lógica de pago",
    charges: "Cargos",
    method: "Método",
    rate: "Tasa anual, en porcentaje",
    every: "Una cuota cada",
    unit: "Unidad del período",
    late: "Comisión por mora",
    late_kind: "Comisión por mora: fija o porcentaje",
    save: "Guardar",
    missing: "Falta para activarla",
    ready: "Lista para activarse",
    go_to: "Ir a: Lógica de pago",
    activate: "Activar",
    enabled: "Habilitada-Activa",
    upside_down: "El último día es anterior al primero.",
    fraction: "escriba la tasa en porcentaje",
    ambiguous: "podría ser miles o decimales",
    correct: "Aún no se guardó nada: corrija lo marcado y envíelo de nuevo.",
    amount: "Monto",
    number: "Número de cuotas",
    simulate: "Simular",
    total: "Total",
    download: "Descargar CSV",
    least_amount: "El monto mínimo es",
  },
});

for (const { way, language, javaScriptEnabled } of ways) {
  const says = words[language];
  test.describe(way, () => {
    test.use({ language, javaScriptEnabled, operator: "account-executive" });

    test("a product, its offer tab by tab, activated and simulated", async ({ page, database }) => {
      await page.goto("/products/new");
      await field(page, says.name).fill("Crédito del Valle");
      await field(page, says.least).fill("1.000.000");
      await field(page, says.most).fill("5,000,000");
      await press(page, says.add);
      await expect(page).toHaveURL(/\/products\/T-\w{6}\?saved=/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Crédito del Valle");
      await page.getByRole("link", { name: says.add_offer }).click();
      await field(page, says.name).fill("Navidad");
      await press(page, says.add_offer);
      await expect(page).toHaveURL(/\/offers\/F-\w{6}\?saved=/);
      await expect(page.getByRole("heading", { name: says.missing })).toBeVisible();
      await expect(page.locator(".completeness li")).toHaveCount(6);
      await expect(field(page, says.least)).toHaveAccessibleDescription(/1[.,]000[.,]000/);

      await field(page, says.from).fill("2026-01-01");
      await field(page, says.fewest).fill("2");
      await field(page, says.instalments).fill("24");
      await press(page, says.save);
      await expect(page.locator(".completeness li")).toHaveCount(3);
      await page.getByRole("link", { name: says.go_to }).first().click();
      await field(page, says.method).selectOption("equal_instalments");
      await field(page, says.rate).fill("28,5");
      await field(page, says.every).fill("1");
      await field(page, says.unit).selectOption("month");
      await press(page, says.save);
      await expect(page.getByRole("heading", { name: says.ready })).toBeVisible();
      await expect(page).toHaveURL(/tab=repayment/);
      await page.getByRole("link", { name: says.charges }).click();
      await field(page, says.late_kind).selectOption("percent");
      await field(page, says.late).fill("2,5");
      await press(page, says.save);
      await expect(page.locator(".told")).toBeVisible();
      await expect(field(page, says.late)).toHaveValue("2.5");

      const code = new URL(page.url()).pathname.split("/")[2] ?? "";
      await page.locator("#act-activate summary").click();
      await page.locator("#act-activate button[type=submit]").click();
      await expect(page.locator("[data-status=enabled]").first()).toHaveText(says.enabled);
      expect(await actionsOf(database, code)).toEqual([
        "offer.added",
        "offer.edited",
        "offer.edited",
        "offer.edited",
        "offer.activate",
      ]);

      await page.getByRole("link", { name: says.simulate }).click();
      await field(page, says.amount).fill("12");
      await field(page, says.number).fill("12");
      await page.getByRole("button", { name: says.simulate }).click();
      await expect(field(page, says.amount)).toHaveAccessibleDescription(new RegExp(says.least_amount));
      await field(page, says.amount).fill("1.200.000");
      await page.getByRole("button", { name: says.simulate }).click();
      await expect(page.locator("table.schedule tbody tr")).toHaveCount(12);
      await expect(page.getByRole("row", { name: says.total })).toContainText(/1[.,]200[.,]000/);
      await expect(page.getByRole("img")).toHaveAccessibleName(/^12 /);
      const file = await page.request.get((await page.getByRole("link", { name: says.download }).getAttribute("href")) ?? "");
      const lines = (await file.text()).trimEnd().split("\n");
      expect(lines).toHaveLength(13);
      for (const line of lines.slice(1)) expect(line).toMatch(/^\d+,\d{4}-\d{2}-\d{2}(,\d+){5}$/);
      const { rows } = await database.query("select action, details from history where record = $1 order by id desc limit 2", [
        code,
      ]);
      expect(rows[0]).toEqual({ action: "export.finished", details: { filter: "amount=1.200.000&instalments=12", rows: 12 } });
      expect(rows[1].action).toBe("export.started");
    });

    test("what is wrong is told beside its field, and nothing typed is lost", async ({ page, database }) => {
      const { offer } = await addDraft(database);
      await page.goto(`/offers/${offer.code}`);
      const long = "ñ".repeat(10_000);
      await field(page, says.name).fill(long);
      await field(page, says.from).fill("2026-12-31");
      await field(page, says.most).fill("1.234,56");
      expect(await press(page, says.save)).toBe(400);
      await expect(page.getByRole("main").getByRole("alert")).toContainText(says.correct);
      await expect(field(page, says.name)).toHaveValue(long);
      await expect(field(page, says.name)).toHaveAttribute("aria-invalid", "true");
      await expect(field(page, says.most)).toHaveAttribute("aria-invalid", "true");
      await expect(field(page, says.from)).toHaveValue("2026-12-31");
      await field(page, says.name).fill("Navidad");
      await field(page, says.most).fill("2000000");
      await field(page, says.until).fill("2026-12-30");
      expect(await press(page, says.save)).toBe(400);
      await expect(field(page, says.until)).toHaveAccessibleDescription(new RegExp(says.upside_down));
      await expect(field(page, says.most)).toHaveValue("2000000");
      await page.goto(`/offers/${offer.code}?tab=repayment`);
      await field(page, says.rate).fill("0.285");
      expect(await press(page, says.save)).toBe(400);
      await expect(field(page, says.rate)).toHaveAccessibleDescription(new RegExp(says.fraction));
      await expect(field(page, says.rate)).toHaveValue("0.285");
      await database.query("update products set decimals = 2 where id = (select product_id from offers where id = $1)", [
        offer.id,
      ]);
      await page.goto(`/offers/${offer.code}`);
      await field(page, says.most).fill("1.234");
      expect(await press(page, says.save)).toBe(400);
      await expect(field(page, says.most)).toHaveAccessibleDescription(new RegExp(says.ambiguous));
      expect(await actionsOf(database, offer.code)).toEqual([]);
    });
  });
}
