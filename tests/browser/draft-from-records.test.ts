// A draft that is begun from records: those that are selected in a list, and those of the page of a State; in two languages
// and widths, on the real program.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { startStory, type Teller } from "./story.ts";

const missing = chromiumPath() === undefined;

interface Page {
  readonly country: string | null;
  readonly subjects: readonly { readonly label: string }[];
  readonly parts: readonly {
    readonly name: string;
    readonly written: readonly { readonly records: readonly string[] }[];
  }[];
}

describe.skipIf(missing).each([
  ["en", 1360, "light"],
  ["ar", 360, "dark"],
] as const)("a draft from records in %s, %i px wide", (locale, width, scheme) => {
  let teller: Teller;
  const made = new Map<string, string>();
  beforeAll(async () => {
    teller = await startStory({ locale, width, scheme });
    await makeRecords();
  });
  afterAll(() => teller.close());

  const post = async (command: string, input: object): Promise<string> => {
    const answer = await teller.page.evaluate(
      `fetch("/api/command/${command}", { method: "POST", headers: { "x-tocsin": "1", "content-type": "application/json" },
        body: ${JSON.stringify(JSON.stringify({ input }))} }).then((answer) => answer.json())`,
    );
    return (answer as { readonly records: readonly string[] }).records[0] ?? "";
  };
  const make = async (kind: string, title: string, values: object): Promise<string> => {
    const record = await post("record.create", {
      kind,
      values: { title: { text: title, lang: "en" }, ...values },
    });
    made.set(title, record);
    return record;
  };
  const makeRecords = async (): Promise<void> => {
    const promise = await make("commitment", "An invented promise", {});
    const valley = await make("case", "The Bulletin", {});
    const commitments = [promise];
    for (const title of ["First search", "Second search"])
      await make("incident", title, { case: valley, commitments, where: { country: "XA" } });
    await make("incident", "Search elsewhere", { commitments, where: { country: "XB" } });
    await teller.page.reload();
  };
  const draftShown = async (): Promise<Page> => {
    const { page } = teller;
    await page.getByRole("main").locator(".draft-bar").waitFor();
    const document = page.url().split("/").at(-1);
    return (await teller.ask("document.page", { document })) as Page;
  };
  const restsOf = ({ parts }: Page): readonly (readonly [string, number])[] =>
    parts.flatMap(({ name, written }) => {
      const count = written.flatMap(({ records }) => records).length;
      return count === 0 ? [] : [[name, count] as const];
    });

  it("rests on those that are selected in a list, and is about their case", async () => {
    const { page, t, type, press, look } = teller;
    await page.evaluate('location.hash = "#/list/incident"');
    for (const what of ["First search", "Second search"])
      await page.getByRole("checkbox", { name: t("desk.bulk.select", { what }), exact: true }).click();
    await press("desk.bulk.draft");
    const bar = page.getByRole("region", { name: t("desk.bulk.label") });
    await bar.getByText(t("desk.bulk.plan.draft", { count: 2 })).waitFor();
    await bar
      .getByRole("combobox", { name: t("document.template") })
      .selectOption({ label: t("documentTemplates.open-letter.label") });
    await type("document.title", "Letter");
    await look(`draft-from-records-${locale}-1-list`);
    await press("writing.start");
    const draft = await draftShown();
    expect(restsOf(draft)).toEqual([["letter", 2]]);
    expect(draft.subjects.map(({ label }) => label)).toEqual(["The Bulletin"]);
    await look(`draft-from-records-${locale}-2-draft`);
  });

  it("rests on what the page of a State counts, but for what is left out", async () => {
    const { page, t, type, press, follow, look } = teller;
    await page.evaluate('location.hash = "#/matrix/state/XA"');
    await follow("writing.begin");
    await page.getByRole("main").locator('a[href="#/write/begin/shadow-report/country/XA"]').first().click();
    await type("document.title", "Shadow report");
    const group = page.getByRole("main").locator("details.facts", { hasText: t("kind.incident") });
    await group.locator("summary").click();
    await group.getByRole("checkbox").last().uncheck();
    await look(`draft-from-records-${locale}-3-state`);
    await page
      .getByRole("main")
      .getByText(t("writing.from-state.of", { kind: t("kind.incident"), chosen: "1", count: "2" }))
      .first()
      .waitFor();
    await press("writing.start");
    const draft = await draftShown();
    expect(draft.country).toBe("XA");
    expect(restsOf(draft)).toEqual([
      ["by-commitment", 1],
      ["examples", 2],
    ]);
    expect(JSON.stringify(draft.parts)).not.toContain(made.get("Search elsewhere"));
    expect(teller.problems).toEqual([]);
  });
});
