import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults, picture, startRealDesk, type RealDesk } from "./real-desk.ts";

const passphrase = "six invented words stand in here";
const headers = { "x-tocsin": "1", "content-type": "application/json" };

async function post<Answer>(page: Page, path: string, body: object): Promise<Answer> {
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  return (await page.evaluate(
    `fetch(${JSON.stringify(path)}, ${JSON.stringify(request)}).then((answer) => answer.json())`,
  )) as Answer;
}

async function openPage(desk: RealDesk, act: "create" | "open"): Promise<Page> {
  const page = await (await desk.browser.newContext()).newPage();
  page.setDefaultTimeout(patience);
  await page.goto(desk.address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await post(page, `/api/vault/${act}`, { path: join(desk.home, "vault"), passphrase, deviceName: "laptop" });
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
  return page;
}

const narrative = (page: Page): Locator => page.getByRole("textbox", { name: "What happened" });

/** Runs a script in the page in which `field` is the one that has the focus. */
async function inField(field: Locator, script: string): Promise<void> {
  await field.focus();
  await field.page().evaluate(`{ const field = document.activeElement; ${script} }`);
}

/** Pastes what a script makes, as the browser hands a paste to the page. */
const paste = (field: Locator, made: string): Promise<void> =>
  inField(
    field,
    `const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${made});
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));`,
  );

const megabytes = `"They came at night. ".repeat(250000)`;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  /** Microseconds that the thread was at work in it. */
  readonly tdur?: number;
}

/** Milliseconds that one task took of the processor, at most: what else the machine does meanwhile does not count. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString("utf8")) as { readonly traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`;
  const main = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  const threads = new Set(main.map(threadOf));
  const tasks = traceEvents.filter((event) => threads.has(threadOf(event)) && event.name.endsWith("RunTask"));
  expect(tasks.length).toBeGreaterThan(20);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

interface Evidence {
  readonly values: { readonly size: number; readonly title: { readonly text: string } };
}

describe.skipIf(chromiumPath() === undefined)("a narrative of 5 MB", () => {
  let desk: RealDesk;
  let page: Page;
  beforeAll(async () => {
    desk = await startRealDesk();
    page = await openPage(desk, "create");
  });
  afterAll(() => desk.close());

  it("pasted into a form is held apart at once, through a crash, and is not written again as somebody types", async () => {
    await page.evaluate(`location.hash = "#/new/incident"`);
    await page.getByRole("textbox", { name: "Title" }).fill("Example");
    const puts: number[] = [];
    let isTitleKept = false;
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().includes("/api/unsent/"))
        puts.push(request.postData()?.length ?? 0);
    });
    await paste(narrative(page), megabytes);
    await page.getByText(/This text has 5,000,000 characters/).waitFor();
    expect(await narrative(page).inputValue()).toBe("");
    await expect.poll(() => Math.max(0, ...puts), { timeout: patience }).toBeGreaterThan(5_000_000);
    await picture(page, "long-text");
    expect(await axeFaults(page)).toEqual([]);
    page.on("response", (response) => {
      if (response.request().postData()?.includes("Example of a long night") === true) isTitleKept = true;
    });
    await page.getByRole("textbox", { name: "Title" }).press("End");
    await page.getByRole("textbox", { name: "Title" }).pressSequentially(" of a long night");
    await expect.poll(() => isTitleKept, { timeout: patience }).toBe(true);
    expect(puts.at(-1)).toBeLessThan(10_000);
    expect(puts.filter((length) => length > 1_000_000)).toHaveLength(1);
    await desk.kill();
    desk = await startRealDesk(desk.home);
    page = await openPage(desk, "open");
    await page.getByRole("link", { name: "Example of a long night" }).click();
    await page.getByText(/This text has 5,000,000 characters/).waitFor();
  });

  it("becomes a text file in evidence with one press, linked from the record, whose field keeps the first lines", async () => {
    await page.getByRole("button", { name: "Keep it as a text file in evidence" }).click();
    await page.getByText("Kept as evidence").waitFor();
    expect(await narrative(page).inputValue()).toMatch(
      /^They came at night\. .*\[The whole text is in evidence/s,
    );
    await page.getByRole("button", { name: "Add", exact: true }).last().click();
    await page.getByRole("heading", { level: 1, name: "Example of a long night" }).waitFor();
    const record = new URL(page.url()).hash.split("/").at(-1);
    const shown = await post<{ values: { evidence: string[] } }>(page, "/api/query/record.show", {
      input: { record },
    });
    const [evidence] = shown.values.evidence;
    const file = await post<Evidence>(page, "/api/query/record.show", { input: { record: evidence } });
    expect(file.values.size).toBe(5_000_000);
    expect(file.values.title.text).toBe("Long text: What happened");
    const left = await page.evaluate(
      `fetch("/api/unsent", { headers: { "x-tocsin": "1" } }).then((answer) => answer.json())`,
    );
    expect(left).toEqual([]);
  });

  it("never makes a key wait longer than a tenth of a second in a field of 30,000 characters", async () => {
    const start = `"A sentence of a narrative. ".repeat(1111)`;
    await inField(
      narrative(page),
      `const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
      set.call(field, ${start});
      field.dispatchEvent(new Event("input", { bubbles: true }));`,
    );
    await page.getByText("Saved", { exact: true }).waitFor();
    await narrative(page).press("End");
    await desk.browser.startTracing(page, { categories: ["toplevel"] });
    await narrative(page).pressSequentially(" typed on, with a pause", { delay: 60 });
    await page.getByText("Saved", { exact: true }).waitFor();
    await narrative(page).pressSequentially(" and typed on again.", { delay: 60 });
    const longest = longestTask(await desk.browser.stopTracing());
    process.stdout.write(`longest task while typing: ${String(Math.round(longest))} ms of the processor\n`);
    expect(longest).toBeLessThan(100);
  });

  it("says that a text is in the page alone as long as it cannot be kept", async () => {
    await page.evaluate(`location.hash = "#/new/incident"`);
    await page.route("**/api/unsent/**", (route) => route.abort());
    await paste(narrative(page), megabytes);
    await page.getByText(/It is in this page alone: it could not be kept/).waitFor();
    expect(await page.getByText(/It is kept here, sealed/).count()).toBe(0);
    await picture(page, "long-text-late");
    await page.unroute("**/api/unsent/**");
    await page.getByText(/It is kept here, sealed/).waitFor();
    await page.getByRole("button", { name: "Drop this text" }).click();
    await page.getByText(/This text has/).waitFor({ state: "detached" });
  });
});
