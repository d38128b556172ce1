// What the four stories share: a desk of their own, and a hand that fills forms by the words on them, in any language.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { patience } from "./chromium.ts";
import { axeFaults, keepSheet, picture, startRealDesk, type RealDesk } from "./real-desk.ts";

export interface Teller {
  readonly desk: RealDesk;
  readonly page: Page;
  /** What the browser complained of. */
  readonly problems: readonly string[];
  /** Words of the catalogue, as the screen shows them. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Types into the field of a label. */
  type(label: string, text: string): Promise<void>;
  /** Chooses a term by its words. */
  choose(label: string, term: string): Promise<void>;
  /** Links a record that is there, found by its name. */
  link(label: string, name: string): Promise<void>;
  /** Begins a record from the field that links to it, by its name, and links it. */
  linkNew(label: string, name: string, kind: string): Promise<void>;
  /** Makes a record of a kind with nothing but its name; gives its address. */
  make(kind: string, label: string, name: string): Promise<string>;
  answer(label: string, answer: "yes" | "no"): Promise<void>;
  /** Opens a group of fields that is folded. */
  unfold(label: string): Promise<void>;
  press(label: string): Promise<void>;
  follow(label: string): Promise<void>;
  /** Begins another record from the one on the screen. */
  begin(kind: string): Promise<void>;
  /** Sends the form of a new record; gives its address. */
  add(): Promise<string>;
  /** Shows the page at an address that was given before. */
  show(address: string, heading: string): Promise<void>;
  /** Leaves the field, and waits until the record at an address holds what was written. */
  keeps(address: string, values: object): Promise<void>;
  shows(text: string): Promise<void>;
  hides(text: string): Promise<void>;
  look(name: string): Promise<void>;
  /** What the report says to an audience, as it would leave, and as it left; `together`: what is noticed beside earlier ones. */
  report(caseAddress: string, audience: string, together?: string): Promise<Reported>;
  ask(query: string, input: object): Promise<unknown>;
  close(): Promise<void>;
}

export interface Reported {
  readonly text: string;
  /** What stays inside, and why, as the screen says it before anything is written. */
  readonly withheld: string;
  /** The HTML that was approved and fetched. */
  readonly html: string;
}

interface Around {
  readonly locale: "en" | "ar";
  readonly width: number;
  readonly scheme?: "light" | "dark";
  /** Variables that name a vault that is there, and its passphrase; without them a new one is made. */
  readonly vault?: Readonly<Record<string, string>>;
}

const passphrase = "six invented words stand in here";

export async function startStory({ locale, width, scheme = "light", vault }: Around): Promise<Teller> {
  const desk = await startRealDesk(undefined, vault);
  const context = await desk.browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url } = message.location();
    problems.push(url === "" ? message.text() : `${message.text()} ${new URL(url).pathname}`);
  });
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(desk.address);
  await page.locator("header select").selectOption(locale);
  await page.locator(`html[lang="${locale}"]`).waitFor();
  const { t } = createTranslator(locale, await loadCatalogues(locale));
  const teller = tellerOf({ desk, page, problems, t });
  if (vault === undefined) await createVault(teller);
  return teller;
}

async function createVault({ page, t, type, press }: Teller): Promise<void> {
  await page.locator('a[href="#/create"]').first().click();
  await type("desk.vault.device", "Example device");
  await page.getByLabel(t("desk.vault.passphrase"), { exact: true }).fill(passphrase);
  await page.getByLabel(t("desk.vault.passphrase.again"), { exact: true }).fill(passphrase);
  await press("desk.vault.create.action");
  await page.locator(".sheet-words").waitFor();
  await keepSheet(page);
  await page.getByRole("heading", { level: 1, name: t("desk.home.title") }).waitFor();
}

interface Made {
  readonly desk: RealDesk;
  readonly page: Page;
  readonly problems: readonly string[];
  readonly t: Teller["t"];
}

const triesAtMost = 10;
const aTry = 4000;

function tellerOf({ desk, page, problems, t }: Made): Teller {
  const main = placeOn(page);
  const combo = (label: string): Locator => main.getByRole("combobox", { name: t(label), exact: true });
  const option = (name: string): Locator =>
    page.locator(".choices").getByRole("option", { name, exact: true }).first();
  const press = async (label: string): Promise<void> => {
    await main
      .getByRole("button", { name: t(label), exact: true })
      .first()
      .click();
  };
  const take = async (label: string, typed: string, name: string): Promise<void> => {
    await combo(label).fill(typed);
    await option(name).waitFor();
    // An open list stays when the page moves, as it does when something above is said or no longer said.
    await page.evaluate(
      "new Promise((done) => { window.scrollBy(0, 30); requestAnimationFrame(() => requestAnimationFrame(done)); })",
    );
    // On a busy machine the list can be placed anew between pressing and letting go: then a person presses again.
    for (let tries = 1; ; tries += 1) {
      await option(name).click();
      const closed = option(name).waitFor({ state: "detached", timeout: aTry });
      const isTaken = await closed.then(
        () => true,
        (error: unknown) => {
          if (tries === triesAtMost) throw error;
          return false;
        },
      );
      if (isTaken) return;
    }
  };
  const shows = (text: string): Promise<void> => main.getByText(text).first().waitFor();
  const teller: Teller = {
    desk,
    page,
    problems,
    t,
    type: (label, text) => main.getByRole("textbox", { name: t(label), exact: true }).fill(text),
    choose: async (label, term) => {
      // A plain list completes nothing.
      const box = combo(label);
      await box.waitFor();
      if ((await box.getAttribute("aria-autocomplete")) === null) await box.selectOption({ label: t(term) });
      else await take(label, t(term), t(term));
    },
    link: (label, name) => take(label, name, name),
    linkNew: async (label, name, kind) => {
      await take(label, name, t("desk.field.new", { name, kind: t(`kind.${kind}.one`) }));
      await main
        .getByRole("group", { name: t(label), exact: true })
        .getByRole("link", { name })
        .waitFor();
    },
    make: async (kind, label, name) => {
      await page.evaluate(`location.hash = "#/new/${kind}"`);
      const heading = t("desk.record.new", { kind: t(`kind.${kind}.one`) });
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await teller.type(label, name);
      return teller.add();
    },
    answer: (label, answer) =>
      main
        .getByRole("group", { name: t(label), exact: true })
        .getByRole("radio", { name: t(`state.${answer}`), exact: true })
        .check(),
    unfold: (label) =>
      main
        .locator("summary")
        .filter({ hasText: t(label) })
        .click(),
    press,
    follow: async (label) => {
      await main
        .getByRole("link", { name: t(label), exact: true })
        .first()
        .click();
    },
    begin: async (kind) => {
      const name = t("desk.record.new", { kind: t(`kind.${kind}.one`) });
      await main.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { name }).waitFor();
    },
    add: async () => {
      const before = page.url();
      await press("action.add");
      await page.waitForURL((url) => url.href !== before && !/\/(new|do)\/[^~]*$/.test(url.href));
      await main.locator(".record-form").waitFor();
      // What was begun beside a page has a page of its own.
      return new URL(page.url()).hash.replace(/^.*\/~\//, "#/");
    },
    show: async (address, heading) => {
      await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    },
    keeps: async (address, values) => {
      await page.evaluate("document.activeElement?.blur()");
      const record = address.split("/").at(-1) ?? "";
      await expect
        .poll(() => teller.ask("record.show", { record }), { timeout: patience })
        .toMatchObject({ values });
    },
    shows,
    hides: (text) => main.getByText(text).first().waitFor({ state: "detached" }),
    look: async (name) => {
      await picture(page, name);
      expect(await axeFaults(page), name).toEqual([]);
      const over = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(Number(over), `${name} is wider than the screen`).toBeLessThanOrEqual(0);
      expect(await page.title()).toBe("Tocsin");
    },
    report: (address, audience, together) => reportOf(teller, { address, audience, together }),
    ask: (query, input) =>
      page.evaluate(
        `fetch("/api/query/${query}", { method: "POST", headers: { "x-tocsin": "1", "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify({ input }))} }).then((answer) => answer.json())`,
      ),
    close: () => desk.close(),
  };
  return teller;
}

/** A click on a link to a record that leads to its page, from the page of another one. */
export const asPage: { readonly modifiers: "Alt"[] } = { modifiers: ["Alt"] };

/** What is open beside the page, where something is; the page otherwise. */
export function placeOn(page: Page): Locator {
  const beside = ".beside:not([hidden])";
  return page.locator(`body:has(${beside}) ${beside}, body:not(:has(${beside})) main`);
}

/** Reads it on the screen, approves it by name, and fetches the page that was written. */
interface ToReport {
  readonly address: string;
  readonly audience: string;
  /** What it reveals with earlier releases, which is then let out all the same. */
  readonly together: string | undefined;
}

async function reportOf({ page, t }: Teller, { address, audience, together }: ToReport): Promise<Reported> {
  const main = page.getByRole("main");
  await page.evaluate(`location.hash = ${JSON.stringify(`${address}/report`)}`);
  await main.getByLabel(t("desk.release.audience"), { exact: true }).selectOption(audience);
  const withheld = page.getByRole("region", {
    name: t("desk.report.withheld", { audience: t(`audiences.${audience}.label`) }),
  });
  await withheld.waitFor();
  const text = page.locator(".report");
  await text.waitFor();
  // The names come after how many they are.
  await withheld.getByRole("status").waitFor({ state: "detached" });
  const read = { text: await text.innerText(), withheld: await withheld.innerText() };
  await main.getByLabel(t("release.approvedBy"), { exact: true }).fill("B. Approver");
  for (const format of ["pdf", "json"])
    await main.getByRole("checkbox", { name: t(`outputFormats.${format}.label`), exact: true }).uncheck();
  if (together !== undefined) {
    await main.getByText(t(together)).waitFor();
    await main.getByRole("checkbox", { name: t("desk.counts.reveals.accept"), exact: true }).check();
  }
  await main.getByRole("button", { name: t("desk.release.approve"), exact: true }).click();
  const link = main.getByRole("link", { name: t("outputFormats.html.label"), exact: true });
  await link.waitFor();
  const url = await link.getAttribute("href");
  const html: unknown = await page.evaluate(`fetch(${JSON.stringify(url)}).then((answer) => answer.text())`);
  return { ...read, html: String(html) };
}

/** A file on the person's computer becomes evidence of the case on the screen. */
export async function attach({ page, desk, t }: Teller, title: string): Promise<void> {
  const path = join(desk.home, "paper.txt");
  writeFileSync(path, `${title}\n`);
  const zone = page.getByRole("region", { name: t("desk.evidence.add"), exact: true });
  await zone.locator("input[type=file]:not([webkitdirectory])").setInputFiles(path);
  await zone.getByLabel(t("evidence.title"), { exact: true }).fill(title);
  await zone.getByLabel(t("desk.evidence.consent"), { exact: true }).fill("The person, in person.");
  await zone.getByRole("button", { name: t("desk.evidence.seal"), exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: title, exact: true }).first().waitFor();
}

/** Where a link leads. */
export async function hashOf({ page, t }: Teller, label: string): Promise<string> {
  const link = page.getByRole("main").getByRole("link", { name: t(label), exact: true });
  return (await link.getAttribute("href")) ?? "";
}

/** Chooses a time zone from the list. */
export async function zone({ page, t }: Teller, label: string): Promise<void> {
  await page.getByRole("combobox", { name: t(label), exact: true }).fill("Cairo");
  await page.locator(".choices").getByRole("option", { name: "Africa/Cairo", exact: true }).click();
}

/** The case on its line of days and among those who took part, each of them looked at. */
export async function pictures(teller: Teller, caseAddress: string, label: string): Promise<void> {
  for (const picture of ["timeline", "graph"]) {
    await teller.show(
      caseAddress.replace("#/case", `#/${picture}/case`),
      teller.t(`pictures.${picture}.of`, { label }),
    );
    await teller.look(`${picture}-${label}`);
  }
}
