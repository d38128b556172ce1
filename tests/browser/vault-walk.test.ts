import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults, keepSheet, picture, startRealDesk, type RealDesk } from "./real-desk.ts";

const passphrase = "six invented words stand in here";
const nextPassphrase = "six other invented words stand here";
const person = "Robin Markerword";
const story = "Markerstory of an example";

describe.skipIf(chromiumPath() === undefined)("a walk with a vault that is lost", () => {
  let desk: RealDesk;
  let page: Page;
  let sheet: readonly string[] = [];
  const problems: string[] = [];
  const known: Record<string, string> = {};
  const vault = (): string => join(desk.home, "tocsin");

  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole("button", { name }).first().click();
  };
  const go = async (address: string): Promise<void> => {
    await page.evaluate(`location.hash = "#/${address}"`);
  };
  /** Walks the server's picker from the home to a folder, and takes it. */
  const pick = async (label: string, path: readonly string[]): Promise<void> => {
    const group = page.getByRole("group", { name: label, exact: true });
    for (const remove of await group.getByRole("button", { name: /^Remove|^Take out/ }).all())
      await remove.click();
    await group.getByRole("button", { name: /^Choose: / }).click();
    for (const name of path) await group.getByRole("button", { name: `${name}/`, exact: true }).click();
    await group.getByRole("button", { name: "Take this folder" }).click();
  };
  /** Asks the server as the screen does, with what the browser holds. */
  const ask = (path: string, body: object): Promise<Answered> =>
    page.evaluate(
      `fetch(${JSON.stringify(path)}, { method: "POST", headers: { "x-tocsin": "1", "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify(body))} }).then((answer) => answer.json())`,
    );
  const create = async (kind: string, values: object): Promise<string> => {
    const { records } = await ask("/api/command/record.create", { input: { kind, values } });
    return records?.[0] ?? "";
  };
  const text = (words: string): object => ({ text: words, lang: "en" });
  const copy = async (): Promise<void> => {
    await pick("Folder for the copy", ["stick"]);
    await page.getByLabel("What you call the place").fill("blue stick");
    await press("Make a copy");
    await page.getByText("Every file of the copy was read back").waitFor();
  };
  /** As it looks in both languages, and that nothing is wrong with it for whoever cannot see it. */
  const look = async (name: string): Promise<void> => {
    for (const locale of ["ar", "en"]) {
      await page.locator("header select").selectOption(locale);
      await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(locale);
      await picture(page, `${name}-${locale}`);
      expect(await axeFaults(page), `${name} ${locale}`).toEqual([]);
    }
  };

  beforeAll(async () => {
    desk = await startRealDesk();
    mkdirSync(join(desk.home, "stick"));
    mkdirSync(join(desk.home, "handover"));
    const context = await desk.browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(desk.address);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, "vault-failed");
  });
  afterAll(() => desk.close());

  it("creates a vault, and shows its recovery sheet until somebody has it on paper", async () => {
    await page.getByRole("link", { name: "Create a vault" }).click();
    await page.getByRole("textbox", { name: "Name of this device" }).fill("Example device");
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await page.getByLabel("Passphrase once more").fill(passphrase);
    await press("Create the vault");
    await page.getByRole("heading", { name: "Recovery sheet" }).waitFor();
    await look("v01-sheet");
    await expect.poll(() => page.getByRole("button", { name: "Go on to the vault" }).isDisabled()).toBe(true);
    await page.emulateMedia({ media: "print" });
    await picture(page, "v02-sheet-printed");
    expect(await page.getByText("Whoever has this sheet").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Print the sheet" }).isVisible()).toBe(false);
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    sheet = await keepSheet(page);
    expect(sheet).toHaveLength(24);
    await page.getByText("Sealed").first().waitFor();
    expect(await page.content()).not.toContain(sheet.slice(0, 4).join(" "));
  });

  it("is filled with a person, a consent, a case, and evidence with the consent and without", async () => {
    known["case"] = await create("case", { title: text("Example case") });
    known["person"] = await create("person", { name: text(person) });
    known["consent"] = await create("consent", {
      scope: text("May be kept for this case."),
      person: known["person"],
      case: known["case"],
      given: "2026-01-02",
    });
    const incident = await create("incident", {
      title: text("Something happened"),
      case: known["case"],
      narrative: text(story),
    });
    await create("involvement", { person: known["person"], incident, role: "defender" });
    for (const [name, consent] of [
      ["given", known["consent"]],
      ["other", undefined],
    ] as const) {
      writeFileSync(join(desk.home, `${name}.txt`), `${story}: ${name}`);
      const about = {
        title: `Example ${name}`,
        lang: "en",
        case: known["case"],
        ...(consent === undefined ? {} : { consent }),
      };
      await ask("/api/evidence", { path: join(desk.home, `${name}.txt`), ...about });
    }
    await expect
      .poll(() => readdirSync(join(vault(), "evidence")).filter((file) => file.endsWith(".age")).length)
      .toBe(2);
  });

  it("is copied to another folder", async () => {
    await go("vault");
    await page.getByRole("heading", { level: 1, name: "Vault" }).waitFor();
    await copy();
    expect(await page.getByRole("main").innerText()).toContain("blue stick");
    await look("v03-vault");
  });

  it("locks with Escape three times, and its folder is destroyed", async () => {
    const escapeThrice = async (): Promise<void> => {
      for (let at = 0; at < 3; at += 1) await page.keyboard.press("Escape");
    };
    await escapeThrice();
    await page.getByRole("heading", { name: "Calculator" }).waitFor();
    await escapeThrice();
    await page.getByRole("heading", { name: "Open the vault" }).waitFor();
    expect(await page.content()).not.toContain("Example case");
    await look("v04-locked");
    rmSync(vault(), { recursive: true });
    expect(existsSync(vault())).toBe(false);
  });

  it("is restored from the copy", async () => {
    await page.getByRole("link", { name: "I have lost the passphrase or the computer" }).click();
    await page.getByRole("link", { name: "Restore from a copy" }).click();
    await pick("Folder of the copy", ["stick"]);
    await press("Restore");
    await page.getByRole("heading", { name: "The vault is restored." }).waitFor();
    await look("v05-restored");
    expect(existsSync(join(vault(), "chains"))).toBe(true);
  });

  it("opens with the recovery sheet, for a new device, and everything is there", async () => {
    await page.getByRole("link", { name: "I have lost the passphrase or the computer" }).first().click();
    await pick("Folder of the vault", ["tocsin"]);
    await page.getByLabel("The 24 words, in order").fill(sheet.slice(0, 23).join(" "));
    await look("v06-recover");
    await page.getByLabel("The 24 words, in order").fill(sheet.join("  ").toUpperCase());
    await page.getByRole("textbox", { name: "Name of this device" }).fill("Second device");
    await page.getByLabel("New passphrase").fill(nextPassphrase);
    await page.getByLabel("Passphrase once more").fill(nextPassphrase);
    await press("Open with the sheet");
    await page.getByText("This device was admitted by the recovery sheet").waitFor();
    await look("v07-recovered");
    // The copy that it came from is not in it: the note of a copy comes after the copy.
    await copy();
    await go(`person/${known["person"] ?? ""}`);
    await page.getByRole("heading", { level: 1, name: person }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain(person);
  });

  it("withdraws the consent, says what erasing would mean, and erases", async () => {
    await go(`consent/${known["consent"] ?? ""}`);
    await page.getByRole("link", { name: "Withdraw and erase" }).click();
    await page.getByRole("heading", { name: "First withdraw the consent" }).waitFor();
    await look("v08-withdraw");
    await page.getByRole("main").getByRole("button").first().click();
    await page.getByRole("heading", { name: "What will be erased" }).waitFor();
    const plan = await page.getByRole("main").innerText();
    for (const said of [person, "Example given", "blue stick", "Old blocks of this disk"])
      expect(plan).toContain(said);
    await look("v09-plan");
    const erase = page.getByRole("button", { name: "Erase for good" });
    expect(await erase.isDisabled()).toBe(true);
    await page.getByLabel(/^Type the word/).fill("erase");
    await erase.click();
    await page.getByRole("heading", { name: "It is erased." }).waitFor();
    await look("v10-erased");
    expect(readdirSync(join(vault(), "evidence")).filter((file) => file.endsWith(".age"))).toHaveLength(1);
    expect(await ask("/api/query/record.list", { input: { kind: "person" } })).toMatchObject({ rows: [] });
  });

  it("verifies everything", async () => {
    await go("vault");
    await press("Verify everything");
    await page.getByText("Everything that was read fits.").waitFor();
    expect(await page.getByRole("main").innerText()).toMatch(/1 piece of evidence is byte for byte/);
    await look("v11-verified");
  });

  it("makes a bundle of the case, which the offline page verifies", async () => {
    await go(`bundle/case/${known["case"] ?? ""}`);
    await page.getByRole("heading", { name: "What would leave" }).waitFor();
    await look("v12-bundle");
    await page.getByLabel(/Approved by/).fill("Example Approver");
    await pick("Folder in which the bundle is put", ["handover"]);
    await page.getByLabel("Name of the bundle’s folder").fill("for-the-court");
    await press("Approve and make the bundle");
    await page.getByText("The bundle is made").waitFor();
    await look("v13-bundle-made");
    const folder = join(desk.home, "handover", "for-the-court");
    const offline = await page.context().newPage();
    await offline.goto(pathToFileURL(join(folder, "verify.html")).href);
    await offline.setInputFiles("#folder", folder);
    const verdict = offline.locator("h2[tabindex='-1']");
    await verdict.waitFor();
    expect(await verdict.getAttribute("class")).toBe("holds");
    await picture(offline, "v14-offline");
    await offline.close();
  });

  it("has logged no error in the browser", () => {
    expect(problems).toEqual([]);
  });
});

interface Answered {
  readonly records?: readonly string[];
}
