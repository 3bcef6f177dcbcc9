import type { Locator, Page } from "@playwright/test";
import { expect, type Language } from "#tests/e2e/app";
import { controls, type ListWords } from "#tests/e2e/people-lists";

type Listed = { address: string; words: Record<Language, ListWords> };

/** A list's page as its user meets it. */
export class ListScreen {
  readonly page: Page;
  readonly list: Listed;
  readonly words: ListWords;
  readonly says: (typeof controls)[Language];

  constructor(page: Page, list: Listed, language: Language) {
    this.page = page;
    this.list = list;
    this.words = list.words[language];
    this.says = controls[language];
  }

  open = () => this.page.goto(this.list.address);
  title = (): Locator => this.page.getByRole("heading", { level: 1 });
  totals = (): Locator => this.page.locator(".totals");
  headers = (): Locator => this.page.getByRole("columnheader");
  header = (column: number): Locator => this.headers().nth(column);
  chips = (): Locator => this.page.getByRole("list", { name: this.says.applied }).locator("li:not(.clear)");
  text = (): Locator => this.page.getByRole("searchbox", { name: this.says.text });
  /** The panel of the filter on a column. */
  filter = (column: number): Locator =>
    this.page
      .locator("details.filter")
      .filter({ has: this.page.locator("summary", { hasText: this.words.columns[column] ?? "" }) });
  step = (name: "first" | "previous" | "next" | "last"): Locator => this.page.getByRole("link", { name: this.says[name] });

  async openFilter(column: number): Promise<Locator> {
    await this.filter(column).locator("summary").click();
    return this.filter(column);
  }

  search = () => this.follow(this.page.getByRole("button", { name: this.says.search, exact: true }));
  walk = (name: "first" | "previous" | "next" | "last") => this.follow(this.step(name));

  /** Clicks what leads to another page, and waits for all of it. */
  async follow(link: Locator) {
    const loaded = this.page.waitForEvent("load");
    await link.click();
    await loaded;
  }

  /** The IDs of the page's records, from top to bottom. */
  codes = () => this.page.locator("tbody td.code a").allInnerTexts();
  cells = (column: number) => this.page.locator(`tbody td:nth-child(${column + 1})`).allInnerTexts();

  /** What the page says was found, or is there in all. */
  async count(): Promise<number> {
    const [, digits = ""] = /^([\d.,]+)/.exec(await this.totals().innerText()) ?? [];
    return Number(digits.replace(/[.,]/g, ""));
  }

  async expectFound(found: number) {
    await expect(this.totals()).toContainText(this.words.found);
    expect(await this.count()).toBe(found);
  }
}
