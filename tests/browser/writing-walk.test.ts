// A letter on the real program, in two languages and widths: begun from its case, written with its words counted and a note
// behind a claim, taken back to an earlier version, looked at as it would leave, and let out.
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { startStory, type Teller } from "./story.ts";

const missing = chromiumPath() === undefined;

const texts = {
  en: {
    first: "Zora Hushmore was threatened twice.",
    more: " Nobody answered her, and nobody was ever charged.",
  },
  ar: { first: "هُددت Zora Hushmore مرتين.", more: " لم يجبها أحد ولم توجه تهمة إلى أحد قط." },
} as const;

describe.skipIf(missing).each([
  ["en", 1360, "light"],
  ["ar", 360, "dark"],
] as const)("a letter in %s, %i px wide", (locale, width, scheme) => {
  let teller: Teller;
  let made = { case: "", incident: "", person: "" };
  let draft = "";
  beforeAll(async () => {
    teller = await startStory({ locale, width, scheme });
    made = await makeCase(teller);
  });
  afterAll(() => teller.close());

  const main = (): Locator => teller.page.getByRole("main");
  const part = (name: string): Locator => main().locator(`[data-part="${name}"] textarea`);
  const bar = (): Locator => main().locator(".draft-bar");
  const look = (name: string): Promise<void> => teller.look(`writing-${locale}-${name}`);
  const kept = async (name: string): Promise<string> => {
    const page = await teller.ask("document.page", { document: draft });
    return JSON.stringify(
      (page as Page).parts.find((each) => each.name === name)?.written[0]?.text?.text ?? "",
    );
  };
  const keeps = (name: string, text: string): Promise<void> =>
    expect.poll(() => kept(name), { timeout: patience }).toContain(text);

  it("is begun from its case, by a template whose rules are told", async () => {
    const { page, t, type, press, show, follow } = teller;
    await show(`#/case/${made.case}`, "The Bulletin");
    await follow("writing.begin");
    await main()
      .getByText(t("writing.rules.unread", { count: 3 }))
      .waitFor();
    await look("1-gallery");
    await page.evaluate('location.hash = "#/new/document"');
    await main().getByText(t("writing.choose")).waitFor();
    await page.goBack();
    await main().locator(`a[href="#/write/begin/open-letter/case/${made.case}"]`).first().click();
    await type("document.title", "Letter");
    await teller.unfold("document.limits");
    await type("writing.whole", "20");
    await look("2-begin");
    await press("writing.start");
    await main().locator(".draft-bar").waitFor();
    draft = page.url().split("/").at(-1) ?? "";
    expect(await main().locator("[data-part] textarea").count()).toBe(5);
    await bar()
      .getByText(t("writing.words-of", { words: 0, limit: 20 }))
      .waitFor();
    await teller.unfold("writing.count");
    await teller.unfold("document.limits");
    await type("writing.whole", "9");
    await press("action.save");
    await bar()
      .getByText(t("writing.words-of", { words: 0, limit: 9 }))
      .waitFor();
  });

  it("counts its words at each key, and says whose name in it will not leave", async () => {
    const { t } = teller;
    const { first, more } = texts[locale];
    await part("letter").fill(first);
    await keeps("letter", first);
    await part("letter").pressSequentially(more);
    await bar()
      .getByText(t("writing.words-over", { words: 4 }))
      .waitFor();
    const names = main().locator('section[aria-labelledby="names-title"]');
    await names.getByRole("link", { name: "Zora Hushmore" }).first().waitFor();
    await names.locator(`a[href="#/new/consent/person/${made.person}"]`).first().waitFor();
    const lacking = main().locator('section[aria-labelledby="lacking-title"]');
    await lacking.getByText(t("documents.lack.too-long")).first().waitFor();
    expect(await bar().innerText()).toContain(t("writing.words-of", { words: 13, limit: 9 }));
    await look("3-draft");
  });

  it("has a note behind a claim, which opens beside the text", async () => {
    const { page, t } = teller;
    await part("letter").focus();
    await page.keyboard.press("Control+End");
    const put = t("writing.evidence.put-of", { what: "A threat" });
    await main().getByRole("button", { name: put, exact: true }).click();
    await expect.poll(() => part("letter").inputValue()).toMatch(/\[\^1\]$/u);
    await keeps("letter", `[^${made.incident}]`);
    await main().locator(".part-notes").getByRole("link", { name: "A threat" }).click();
    await page.locator(".beside").getByRole("heading", { name: "A threat" }).waitFor();
    await look("4-beside");
    await page.keyboard.press("Escape");
    await page.locator(".beside[role=dialog]").waitFor({ state: "detached" });
    await page.evaluate(`location.hash = "#/document/${draft}"`);
  });

  it("is compared with an earlier version, and taken back to it as a new one", async () => {
    const { page, t, follow } = teller;
    await follow("writing.versions");
    await main()
      .getByRole("checkbox", { name: t("writing.versions.every") })
      .check();
    await main().getByLabel(t("writing.versions.earlier"), { exact: true }).selectOption("1");
    await main().locator(".compared ins").first().waitFor();
    expect(await main().locator(".compared").innerText()).toContain(texts[locale].more.trim().split(" ")[0]);
    await look("5-versions");
    await main()
      .getByRole("button", { name: t("writing.version.restore-of", { version: 1 }), exact: true })
      .click();
    await expect.poll(() => kept("letter"), { timeout: patience }).toBe(JSON.stringify(texts[locale].first));
    await page.evaluate(`location.hash = "#/document/${draft}"`);
    await expect.poll(() => part("letter").inputValue(), { timeout: patience }).toBe(texts[locale].first);
  });

  it("says what it lacks until it is written, strikes the name, and leaves once somebody answers for it", async () => {
    const { page, t, type, press } = teller;
    for (const name of ["salutation", "demands", "signatories"]) {
      await part(name).fill("One");
      await keeps(name, "One");
    }
    await bar().getByText(t("writing.lacking.none")).waitFor();
    await teller.follow("writing.preview");
    const text = main().locator(".document-text");
    await text.waitFor();
    expect(await text.innerText()).not.toContain("Hushmore");
    await look("6-preview");
    await type("release.approvedBy", "A. Approver");
    await press("desk.release.approve");
    const file = main().getByRole("link", { name: t("outputFormats.docx.label"), exact: true });
    await file.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), file.click()]);
    expect(download.suggestedFilename()).toMatch(/^document-[0-9a-z]{8}\.docx$/);
    const released = () => teller.ask("outputs", {});
    await expect
      .poll(released, { timeout: patience })
      .toMatchObject({ rows: [{ audience: "public", approvedBy: "A. Approver", copies: [{ lies: true }] }] });
    // By the folder that the browser put it into, which nobody knows.
    await main().getByText(t("desk.outputs.copies.lies")).waitFor();
    await look("7-left");
    expect(teller.problems).toEqual([]);
  });
});

interface Page {
  readonly parts: readonly {
    readonly name: string;
    readonly written: readonly { readonly text: { readonly text: string } | null }[];
  }[];
}

/** A case with an incident, and a person in it of whom nobody was asked. */
async function makeCase({ page }: Teller): Promise<{ case: string; incident: string; person: string }> {
  const create = async (kind: string, values: object): Promise<string> => {
    const body = JSON.stringify(JSON.stringify({ input: { kind, values } }));
    const made: unknown = await page.evaluate(
      `fetch("/api/command/record.create", { method: "POST", headers: { "x-tocsin": "1", "content-type": "application/json" }, body: ${body} }).then((answer) => answer.json()).then(({ records }) => records[0])`,
    );
    return String(made);
  };
  const title = (text: string): object => ({ text, lang: "en" });
  const caseId = await create("case", { title: title("The Bulletin") });
  const person = await create("person", { name: title("Zora Hushmore") });
  const incident = await create("incident", { title: title("A threat"), when: "2025-05-03", case: caseId });
  await create("involvement", { person, incident, role: "defender", case: caseId });
  return { case: caseId, incident, person };
}
