// An assessment on the real program, in two languages: begun, rated by two by keyboard, compared, settled with dissent, replied
// to, and made final. On the way: who sees what while a sheet is open.
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusOn } from "./by-keyboard.ts";
import { chromiumPath, patience } from "./chromium.ts";
import { startStory, type Teller } from "./story.ts";

const missing = chromiumPath() === undefined;
const levels = ["met", "partly", "not-met", "no-information"] as const;
type Level = (typeof levels)[number];

/** What each rater finds on the six questions of the instrument: they differ on the second and on the fifth. */
const found: readonly (readonly Level[])[] = [
  ["met", "partly", "not-met", "no-information", "met", "partly"],
  ["met", "not-met", "not-met", "no-information", "partly", "partly"],
];
const secret = "Xanadu";

describe.skipIf(missing).each([
  ["en", 1360, "light"],
  ["ar", 360, "dark"],
] as const)("an assessment in %s, %i px wide", (locale, width, scheme) => {
  let teller: Teller;
  let assessment = "";
  let measure = "";
  const sheets: string[] = [];
  beforeAll(async () => {
    teller = await startStory({ locale, width, scheme });
  });
  afterAll(() => teller.close());

  const name = (picture: string): string => `assessing-${locale}-${picture}`;
  const main = (): Locator => teller.page.getByRole("main");
  const quick = (): Locator => teller.page.locator("details.quick[open] form");
  const open = async (summary: string): Promise<void> => {
    await main().locator("summary").filter({ hasText: summary }).first().click();
    await quick().waitFor();
  };
  const write = (label: string, text: string): Promise<void> =>
    quick()
      .getByRole("textbox", { name: teller.t(label), exact: true })
      .fill(text);
  const send = async (label: string): Promise<void> => {
    await quick()
      .getByRole("button", { name: teller.t(label), exact: true })
      .click();
    await quick().waitFor({ state: "detached" });
  };
  const showAssessment = (): Promise<void> =>
    teller.show(`#/assessment/${assessment}`, "Example State, 2024");
  const page = (input: object = {}): Promise<unknown> =>
    teller.ask("assessment.page", { assessment, ...input });

  it("is begun by an instrument whose questions and sources can be read first", async () => {
    const { page: tab, t, make, look } = teller;
    measure = (await make("measure", "measure.title", "Decree on schools")).split("/").at(-1) ?? "";
    await tab.evaluate('location.hash = "#/instruments"');
    await main()
      .getByRole("heading", { level: 1, name: t("kind.instrument"), exact: true })
      .waitFor();
    await look(name("1-instruments"));
    await main().locator('a[href="#/instruments/child-defenders"]').click();
    await main().getByText(t("assess.unchecked.note")).waitFor();
    await main().getByText(t("assess.source.read")).first().waitFor();
    await look(name("2-instrument"));
    await teller.follow("command.assessment.begin");
    await teller.type("assessment.title", "Example State, 2024");
    await teller.choose("assessment.country", "countries.DE.label");
    await teller.type("assessment.period", "2024");
    await teller.type("assessment.statedReasons", "They say that schools need order.");
    await look(name("3-begin"));
    await teller.press("command.assessment.begin");
    await main().getByText(t("assess.next.no-sheet")).waitFor();
    assessment = tab.url().split("/").at(-1) ?? "";
    expect(await page()).toMatchObject({
      instrument: { id: "child-defenders", version: 1 },
      country: "DE",
      period: "2024",
      obstacles: ["no-sheet"],
    });
    await look(name("4-begun"));
  });

  it("says at once that a second one of the same overlaps", async () => {
    const { page: tab, t, look } = teller;
    await tab.evaluate('location.hash = "#/assess/begin/child-defenders"');
    await teller.choose("assessment.country", "countries.DE.label");
    await teller.type("assessment.period", "2024-05");
    await main()
      .getByText(t("assess.overlap", { count: 1 }))
      .first()
      .waitFor();
    await look(name("5-overlap"));
    await teller.type("assessment.period", "2025");
    await main()
      .getByText(t("assess.overlap", { count: 1 }))
      .first()
      .waitFor({ state: "detached" });
    await showAssessment();
    expect(await teller.ask("record.list", { kind: "assessment" })).toMatchObject({ total: 1 });
  });

  const beginSheet = async (rater: string): Promise<void> => {
    const { page: tab, t } = teller;
    await open(t("assess.sheet.begin"));
    await write("rating.rater", rater);
    await quick()
      .getByRole("button", { name: t("command.rating.begin"), exact: true })
      .click();
    await main()
      .getByRole("heading", { level: 1, name: t("assess.sheet.of", { name: rater }) })
      .waitFor();
    sheets.push(tab.url().split("/").at(-1) ?? "");
  };

  /** By keys alone, from the first level of a question to the first one of the next. */
  const answer = async (at: number, level: Level, reasons: string): Promise<void> => {
    const { page: tab, t } = teller;
    const card = main().locator(`[data-question="${String(at)}"]`);
    const radio = (each: Level): Locator => card.locator("input[type=radio]").nth(levels.indexOf(each));
    await expect
      .poll(() => radio("met").evaluate((each) => each.matches(":focus")), { timeout: patience })
      .toBe(true);
    await tab.keyboard.press("Space");
    for (let moves = 0; moves < levels.indexOf(level); moves += 1) await tab.keyboard.press("ArrowDown");
    expect(await radio(level).isChecked(), `${String(at)} ${level}`).toBe(true);
    await focusOn(tab, card.getByRole("textbox", { name: t("answer.reasons"), exact: true }));
    await tab.keyboard.type(reasons);
    await tab.keyboard.press("Control+Enter");
  };
  const answerAll = async (rater: number, reasons: string): Promise<void> => {
    const { page: tab, t } = teller;
    await focusOn(tab, main().locator('[data-question="0"] input[type=radio]').first());
    for (const [at, level] of (found[rater] ?? []).entries()) await answer(at, level, `${reasons} ${level}.`);
    await tab.evaluate("document.activeElement?.blur()");
    await main()
      .getByText(t("assess.progress.of", { answered: 6, count: 6 }))
      .waitFor();
  };

  it("is rated by keys alone, one question at a time, and every answer stays", async () => {
    const { t, look } = teller;
    await beginSheet("Rater One");
    await main().getByText(t("assess.by-screen")).first().waitFor();
    await main()
      .getByText(t("assess.progress.of", { answered: 0, count: 6 }))
      .waitFor();
    await main()
      .getByText(t("assess.close.lacks", { count: 6 }))
      .waitFor();
    await look(name("6-sheet"));
    await answerAll(0, `${secret} was asked:`);
    expect(await page({ rating: sheets[0] })).toMatchObject({
      questions: found[0]?.map((level) => ({
        answers: [{ level, lacks: null, reasons: { text: `${secret} was asked: ${level}.` } }],
      })),
    });
  });

  it("takes evidence from the vault beside the question, which opens beside the page", async () => {
    const { page: tab, t, look } = teller;
    const strip = main().getByRole("navigation", { name: t("assess.questions"), exact: true });
    await strip.getByRole("button", { name: /^2/ }).click();
    await teller.link("answer.evidence", "Decree on schools");
    const card = main().locator('[data-question="1"]');
    await card.getByRole("link", { name: "Decree on schools" }).click();
    const beside = tab.locator(".beside:not([hidden])");
    await beside.getByRole("heading", { name: "Decree on schools" }).waitFor();
    await look(name("7-evidence-beside"));
    await tab.keyboard.press("Escape");
    await beside.waitFor({ state: "detached" });
    await expect
      .poll(() => page({ rating: sheets[0] }), { timeout: patience })
      .toMatchObject({ questions: { 1: { answers: [{ evidence: [measure] }] } } });
    await main()
      .getByRole("button", { name: t("assess.every"), exact: true })
      .click();
    await main().locator('[data-question="5"]').waitFor();
    await look(name("8-all"));
    await main()
      .getByRole("button", { name: t("assess.close"), exact: true })
      .click();
    await main().getByText(t("assess.closed.title")).first().waitFor();
  });

  it("shows nobody the first sheet while the second is open", async () => {
    const { page: tab, t, look, ask } = teller;
    await showAssessment();
    expect(await main().innerText()).not.toContain(secret);
    await beginSheet("Rater Two");
    await tab.evaluate(`location.hash = "#/rating/${sheets[0] ?? ""}"`);
    await main()
      .getByText(t("assess.gate.other", { name: "Rater Two" }))
      .waitFor();
    expect(await main().innerText()).not.toContain(secret);
    await look(name("9-gate"));
    expect(await ask("search", { words: secret })).toEqual([]);
    for (const [query, input] of [
      ["record.list", { kind: "answer" }],
      ["record.show", { record: sheets[0] }],
      ["activity", {}],
    ] as const)
      expect(JSON.stringify(await ask(query, input)), query).not.toContain(secret);
    await tab.evaluate(`location.hash = "#/rating/${sheets[1] ?? ""}"`);
    await main().locator('[data-question="0"]').waitFor();
  });

  it("shows both side by side once both are closed, with the differences first and what alpha can say", async () => {
    const { t, look } = teller;
    await answerAll(1, "I looked:");
    await main()
      .getByRole("button", { name: t("assess.close"), exact: true })
      .click();
    await main().getByText(t("assess.closed.both")).waitFor();
    await teller.follow("assess.back");
    await main()
      .getByText(t("assess.next.differences", { count: 2 }))
      .waitFor();
    await main()
      .getByText(t("assess.alpha.few", { count: 5 }))
      .waitFor();
    const titles = await main().locator("section > h2").allInnerTexts();
    const place = (key: string, count: number): number => titles.indexOf(t(key, { count }));
    expect(place("assess.compared.differences", 2)).toBeGreaterThan(-1);
    expect(place("assess.compared.differences", 2)).toBeLessThan(place("assess.compared.agreed", 4));
    expect(await main().innerText()).toContain(`${secret} was asked: partly.`);
    await look(name("10-differences"));
  });

  const invite = async (to: string, deadline: string): Promise<void> => {
    const { page: tab, t } = teller;
    await open(t("command.reply.invite"));
    await write("rightOfReply.to", to);
    await write("rightOfReply.deadline", deadline);
    await quick()
      .getByRole("combobox", { name: t("rightOfReply.zone"), exact: true })
      .fill("Cairo");
    await tab.locator(".choices").getByRole("option", { name: "Africa/Cairo", exact: true }).click();
    await send("assess.reply.invite.act");
  };

  it("is settled with reasons and dissent, replied to, and made final", async () => {
    const { t, look, ask, problems } = teller;
    for (const [at, dissent] of ["Rater Two goes on to see none of it.", ""].entries()) {
      await open(t("assess.settle"));
      await quick().locator(`input[type=radio][id$="-partly"]`).check();
      await write("settlement.reasons", `Both texts were read (${String(at)}).`);
      if (dissent !== "") await write("settlement.dissent", dissent);
      if (at === 0) await look(name("11-settle"));
      await send("assess.settle.act");
      // Until it stands there, what can be settled is called as before.
      await main()
        .getByText(`Both texts were read (${String(at)}).`)
        .waitFor();
    }
    await main().getByText("Rater Two goes on to see none of it.").waitFor();
    await invite("Office of Example", "2020-01-31");
    await main().getByText(t("assess.reply.state.overdue")).waitFor();
    await teller.press("command.reply.silence");
    await main().getByText(t("assess.reply.state.silent")).waitFor();
    await invite("Ministry of Example", "2190-01-31");
    await main().getByText(t("assess.reply.state.waiting")).waitFor();
    await main().getByText(t("assess.next.reply-open")).waitFor();
    // The other one comes first on the page, and can still come late.
    await main()
      .locator("summary")
      .filter({ hasText: t("command.reply.receive") })
      .last()
      .click();
    await quick().waitFor();
    await write("rightOfReply.words", "We disagree, word for word.");
    await send("assess.reply.receive.act");
    await main().getByText("We disagree, word for word.").waitFor();
    await main().getByText(t("assess.next.finish")).waitFor();
    await look(name("12-ready"));
    await teller.press("command.assessment.finish");
    await main()
      .getByRole("heading", { name: t("assess.result"), exact: true })
      .waitFor();
    await look(name("13-final"));
    const row = (level: string): Locator =>
      main()
        .getByRole("row")
        .filter({ has: teller.page.getByRole("rowheader", { name: t(level), exact: true }) });
    const digit = new Intl.NumberFormat(locale);
    expect(await row("assessmentLevels.partly.label").getByRole("cell").innerText()).toBe(digit.format(3));
    expect(await row("assessmentLevels.no-information.label").getByRole("cell").innerText()).toBe(
      digit.format(1),
    );
    expect(await ask("assessment.page", { assessment })).toMatchObject({
      finished: expect.stringMatching(/^20/) as unknown,
      obstacles: [],
      distributions: [{ levels: { met: 1, partly: 3, "not-met": 1 }, noInformation: 1, rated: 5, asked: 6 }],
      replies: [{ state: "silent" }, { state: "received", zone: "Africa/Cairo", deadline: "2190-01-31" }],
    });
    expect(problems).toEqual([]);
  });
});
