// The whole road on the real program: a blocked site among measurements and spyware on a phone, sealed, examined and taken into
// cases by the command line, become commitments that are engaged, assessments that two raters bring to an end, the page of a
// State, and its export; every number of it opens its evidence. All of it is invented.
import { createHash } from "node:crypto";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRoad, type Exported, type Road } from "../road.ts";
import { chromiumPath } from "./chromium.ts";
import { startStory, type Teller } from "./story.ts";

const state = "XA";

interface Shown {
  readonly kind: string;
  readonly values: Readonly<Record<string, unknown>>;
}

describe.skipIf(chromiumPath() === undefined)("the road from bytes to the export of a State's page", () => {
  let road: Road;
  let teller: Teller;
  let blocked = "";
  let spied = "";
  let order = "";
  const assessments: string[] = [];

  beforeAll(async () => {
    road = createRoad();
    await road.tocsin(["vault", "create", road.at("vault")]);
    await road.tocsin(["commitment", "load"]);
    blocked = await road.examined("measurements", { country: state, act: "network" });
    spied = await road.examined("phone", {
      country: state,
      act: "spyware",
      more: ["--indicators", road.at("indicators")],
    });
    teller = await startStory({ locale: "en", width: 1360, vault: road.vault });
  });
  afterAll(async () => {
    await teller.close();
    road.place.remove();
  });

  const main = (): Locator => teller.page.getByRole("main");
  const go = async (address: string): Promise<void> => {
    await teller.page.evaluate(`location.hash = ${JSON.stringify(address)}`);
  };
  const run = async (command: string, input: object): Promise<string> => {
    const answer = await teller.page.evaluate<{ readonly records?: readonly string[] }>(
      `fetch("/api/command/${command}", { method: "POST", headers: { "x-tocsin": "1", "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify({ input }))} }).then((answer) => answer.json())`,
    );
    expect([command, answer.records?.length ?? JSON.stringify(answer)]).toEqual([command, 1]);
    return answer.records?.[0] ?? "";
  };
  const show = async (record: string): Promise<Shown> =>
    (await teller.ask("record.show", { record })) as Shown;
  const words = (text: string): object => ({ text, lang: "en" });
  const hashesBehind = async (record: string): Promise<readonly string[]> => {
    const steps = (await teller.ask("thread", { record })) as readonly {
      readonly kind: string;
      readonly label: string;
    }[];
    return steps.flatMap(({ kind, label }) => (kind === "sha256" ? [label] : []));
  };

  it("holds what was found against commitments, on the page of each incident", async () => {
    const held = async (incident: string, reference: string): Promise<void> => {
      await go(`#/incident/${incident}`);
      await main()
        .getByText(teller.t(`commitment.${reference}.label`))
        .first()
        .waitFor();
    };
    await held(blocked, "C-SHUT-2");
    await held(spied, "C-SPY-1");
    const { values } = await show(blocked);
    const [finding] = values["findings"] as readonly string[];
    const { values: found } = await show(finding ?? "");
    order = await run("record.create", {
      kind: "measure",
      values: {
        title: words("Order to block a site"),
        measureKind: "restriction.blocking",
        country: state,
        when: "2025-05",
        incidents: [blocked],
        evidence: [found["evidence"]],
      },
    });
    await run("record.engage", { record: order });
    expect((await show(order)).values["commitments"]).toHaveLength(1);
  });

  /** By the form that the page of what is assessed leads to; two raters differ on the first question and settle it. */
  const assess = async (page: string, instrument: string, evidence: string): Promise<void> => {
    await go(page);
    await teller.follow("command.assessment.begin");
    await main().getByText(teller.t("assess.begin.fitting")).waitFor();
    await main().locator(`a[href^="#/assess/begin/${instrument}/"]`).click();
    await teller.type("assessment.title", instrument);
    await teller.type("assessment.period", "2025");
    await teller.press("command.assessment.begin");
    await main().getByText(teller.t("assess.next.no-sheet")).waitFor();
    const assessment = teller.page.url().split("/").at(-1) ?? "";
    assessments.push(assessment);
    const { questions } = (await teller.ask("instrument.show", { instrument })) as {
      readonly questions: readonly { readonly id: string }[];
    };
    for (const [rater, first] of [
      ["Rater One", "not-met"],
      ["Rater Two", "partly"],
    ] as const) {
      const rating = await run("rating.begin", { assessment, rater: words(rater) });
      for (const [at, { id }] of questions.entries())
        await run("rating.answer", {
          rating,
          question: id,
          level: at === 0 ? first : "not-met",
          reasons: words("We looked."),
          ...(at === 0 ? { evidence: [evidence] } : {}),
        });
      await run("rating.close", { rating });
    }
    await run("assessment.settle", {
      assessment,
      question: questions[0]?.id,
      level: "not-met",
      reasons: words("Both read it again."),
    });
    // What was asked for beside the page shows once it is opened again.
    await go("#/assess");
    await teller.show(`#/assessment/${assessment}`, instrument);
    await main().getByText(teller.t("assess.next.finish")).waitFor();
    await teller.press("command.assessment.finish");
    await main()
      .getByRole("heading", { name: teller.t("assess.result"), exact: true })
      .waitFor();
  };

  it("is assessed from the pages of the order and of the State, by two raters, until both are final", async () => {
    await assess(`#/measure/${order}`, "network-order", blocked);
    await teller.look("road-1-order-final");
    await assess(`#/matrix/state/${state}`, "surveillance-remedies", spied);
    await teller.look("road-2-state-final");
    for (const assessment of assessments)
      expect(await teller.ask("assessment.page", { assessment })).toMatchObject({
        finished: expect.stringMatching(/^20/) as unknown,
        obstacles: [],
        country: state,
      });
  });

  it("stands on the page of the State, where every number opens what it counts", async () => {
    await go(`#/matrix/state/${state}`);
    await main().locator(".matrix-trail").waitFor();
    await teller.look("road-3-state");
    const numbers = main().locator(".numbers .number-link");
    const opened: string[] = [];
    for (let at = 0; at < (await numbers.count()); at += 1) {
      await numbers.nth(at).click();
      const behind = main().locator(".behind-cell");
      await behind.locator("li a").first().waitFor();
      for (const link of await behind.locator("li a").all())
        opened.push((await link.getAttribute("href")) ?? "");
      // Not by Escape, which one after the other locks the vault.
      await behind.getByRole("button", { name: teller.t("action.close"), exact: true }).click();
      await behind.waitFor({ state: "detached" });
    }
    const wanted = [`incident/${blocked}`, `incident/${spied}`, `measure/${order}`].concat(
      assessments.map((each) => `assessment/${each}`),
    );
    expect(opened.toSorted()).toEqual(wanted.map((each) => `#/${each}`).toSorted());
    for (const hash of [...(await hashesBehind(blocked)), ...(await hashesBehind(spied))])
      await main().locator(".matrix-trail code", { hasText: hash }).first().waitFor();
  });

  /** As somebody approves it on the page, and fetches it. */
  const exported = async (format: "csv" | "json"): Promise<string> => {
    const { page, t } = teller;
    const form = main()
      .locator("details.card")
      .filter({ hasText: t("desk.matrix.leaving") });
    if ((await form.getAttribute("open")) === null) await form.locator("summary").first().click();
    await form.getByLabel(t("desk.release.audience"), { exact: true }).selectOption("internal");
    await form.getByLabel(t("desk.report.formats"), { exact: true }).selectOption(format);
    await form.getByLabel(t("release.approvedBy"), { exact: true }).fill("B. Approver");
    await form.getByRole("button", { name: t("desk.release.approve"), exact: true }).click();
    const link = form.getByRole("link", { name: t(`outputFormats.${format}.label`), exact: true });
    await link.waitFor();
    const text: unknown = await page.evaluate(
      `fetch(${JSON.stringify(await link.getAttribute("href"))}).then((answer) => answer.text())`,
    );
    const sha256 = createHash("sha256").update(String(text)).digest("hex");
    await form.locator("code", { hasText: sha256 }).waitFor();
    return String(text);
  };

  it("leaves as JSON and as CSV, and every number leads to its records and to the hash of each file", async () => {
    await go(`#/matrix/state/${state}`);
    await main().locator(".matrix-trail").waitFor();
    const { numbers } = JSON.parse(await exported("json")) as Exported;
    expect(new Set(numbers.map(({ counted }) => counted))).toEqual(
      new Set(["incidents", "measures", "assessments"]),
    );
    const rows = (await exported("csv")).trim().split("\r\n");
    expect(rows).toHaveLength(numbers.length + 1);
    const files = new Set<string>();
    const seen = new Map<string, readonly string[]>();
    for (const [at, { counted, count, records, opens, evidence }] of numbers.entries()) {
      const place = `${counted} ${String(at)}`;
      expect([place, records.length, opens.length]).toEqual([place, count, count]);
      for (const record of records) if (!seen.has(record)) seen.set(record, await hashesBehind(record));
      const behind = new Set(records.flatMap((record) => seen.get(record) ?? []));
      expect([place, behind.size > 0]).toEqual([place, true]);
      expect([place, evidence.toSorted()]).toEqual([place, [...behind].toSorted()]);
      for (const each of [...opens, ...evidence]) expect(rows[at + 1]).toContain(each);
      for (const each of evidence) files.add(each);
    }
    for (const address of new Set(numbers.flatMap(({ opens }) => opens))) {
      await go(address);
      const { kind, id } = (await show(address.split("/").at(-1) ?? "")) as Shown & { readonly id: string };
      expect(address).toBe(`#/${kind}/${id}`);
      await main().locator("h1").first().waitFor();
    }
    const { rows: kept } = (await teller.ask("record.list", {
      kind: "evidence",
      columns: ["sha256"],
    })) as { readonly rows: readonly { readonly id: string }[] };
    const known = await Promise.all(kept.map(async ({ id }) => (await show(id)).values["sha256"]));
    expect([...files].filter((each) => !known.includes(each))).toEqual([]);
    expect(teller.problems).toEqual([]);
  });
});
