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

const text = (words: string): object => ({ text: words, lang: "en" });
const fieldIn = (page: Page, name: string): Locator => page.getByRole("textbox", { name, exact: true });

/** What a window saves waits until the function that this gives is called: whoever writes meanwhile is first. */
async function holdSaves(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/command/record.change", async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

interface HeldShows {
  /** From now on questions are answered; those asked before still wait. */
  letNew(): void;
  release(): void;
}

/** The page goes on showing what it shows, whatever is saved meanwhile. */
async function holdShows(page: Page): Promise<HeldShows> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHolding = true;
  await page.route("**/api/query/record.show", async (route) => {
    if (isHolding) await held;
    await route.continue();
  });
  return {
    letNew: () => {
      isHolding = false;
    },
    release: () => release(),
  };
}

interface Entry {
  readonly changes: readonly { readonly change?: { readonly set?: { readonly text?: string } } }[];
}

interface Shown {
  readonly values: Readonly<Record<string, { readonly text: string } | undefined>>;
  readonly history: readonly Entry[];
}

describe.skipIf(chromiumPath() === undefined)("one record in two windows", () => {
  let desk: RealDesk;
  let [first, second]: Page[] = [];
  let record = "";
  beforeAll(async () => {
    desk = await startRealDesk();
    first = await (await desk.browser.newContext()).newPage();
    first.setDefaultTimeout(patience);
    await first.goto(desk.address);
    await first.getByRole("heading", { level: 1 }).waitFor();
    await post(first, "/api/vault/create", {
      path: join(desk.home, "vault"),
      passphrase,
      deviceName: "laptop",
    });
    const values = { title: text("Before"), narrative: text("Told before") };
    const input = { kind: "incident", values };
    const made = await post<{ records: string[] }>(first, "/api/command/record.create", { input });
    record = made.records[0] ?? "";
    await first.evaluate(`location.hash = "#/incident/${record}"`);
    await first.reload();
    second = await first.context().newPage();
    second.setDefaultTimeout(patience);
    await second.goto(first.url());
    for (const page of [first, second]) await fieldIn(page, "Title").waitFor();
  });
  afterAll(() => desk.close());

  const pages = (): readonly [Page, Page] => {
    if (first === undefined || second === undefined) throw new Error("no page is open");
    return [first, second];
  };
  const shown = (): Promise<Shown> =>
    post<Shown>(pages()[0], "/api/query/record.show", { input: { record } });
  const stands = async (field: string): Promise<string | undefined> => (await shown()).values[field]?.text;

  it("shows in one what was changed in the other, at once, and names the field", async () => {
    const [one, other] = pages();
    await fieldIn(one, "Title").fill("Changed in the first");
    await expect
      .poll(() => fieldIn(other, "Title").inputValue(), { timeout: patience })
      .toBe("Changed in the first");
    await other.getByText(/^Changed just now in another window: .?Title/).waitFor();
    expect(await one.getByText("Changed just now in another window").count()).toBe(0);
  });

  it("asks by field where both wrote, and loses nothing of either", async () => {
    const [one, other] = pages();
    const release = await holdSaves(other);
    await fieldIn(other, "Title").press("End");
    await fieldIn(other, "Title").pressSequentially(" and in the second");
    await fieldIn(one, "Title").fill("Of the first");
    await expect.poll(() => stands("title"), { timeout: patience }).toBe("Of the first");
    release();
    const contest = other.getByRole("group", { name: /Another window changed this field/ });
    await contest.waitFor();
    await contest.getByText("Of the first").waitFor();
    await contest.getByText("Changed in the first and in the second").waitFor();
    expect(await stands("title")).toBe("Of the first");
    await picture(other, "two-windows");
    expect(await axeFaults(other)).toEqual([]);
    await contest.getByRole("button", { name: "Keep what was written here" }).click();
    await contest.waitFor({ state: "detached" });
    await expect
      .poll(() => stands("title"), { timeout: patience })
      .toBe("Changed in the first and in the second");
    // Somebody is still in that field: what they see there is not taken from under their hands.
    await one.getByText(/^Another window wrote here/).waitFor();
    expect(await fieldIn(one, "Title").inputValue()).toBe("Of the first");
    await fieldIn(one, "Title").press("Tab");
    await expect
      .poll(() => fieldIn(one, "Title").inputValue(), { timeout: patience })
      .toBe("Changed in the first and in the second");
  });

  it("keeps what was decided against in the history, through a crash before the decision", async () => {
    const [one, other] = pages();
    const release = await holdSaves(other);
    await fieldIn(other, "What happened").press("End");
    await fieldIn(other, "What happened").pressSequentially(" mine");
    await post(one, "/api/command/record.change", {
      input: { record, patch: { narrative: { set: text("Told by them") } } },
    });
    release();
    await other.getByRole("group", { name: /Another window changed this field/ }).waitFor();
    const kept = (): Promise<string> =>
      one.evaluate(`fetch("/api/unsent", { headers: { "x-tocsin": "1" } }).then((answer) => answer.text())`);
    await expect.poll(kept, { timeout: patience }).toContain(record);
    await other.close();
    await desk.kill();
    desk = await startRealDesk(desk.home);
    const again = await (await desk.browser.newContext()).newPage();
    again.setDefaultTimeout(patience);
    first = again;
    await again.goto(desk.address);
    await again.getByRole("heading", { level: 1 }).waitFor();
    await post(again, "/api/vault/open", { path: join(desk.home, "vault"), passphrase });
    await again.reload();
    await again.getByRole("region", { name: "Begun and not saved" }).getByRole("link").click();
    const contest = again.getByRole("group", { name: /Another window changed this field/ });
    await contest.getByText("Told before mine").waitFor();
    await contest.getByRole("button", { name: "Keep what stands there now" }).click();
    await contest.waitFor({ state: "detached" });
    await expect.poll(() => stands("narrative"), { timeout: patience }).toBe("Told by them");
    const said = JSON.stringify((await shown()).history);
    for (const words of ["Told by them", "Told before mine", "Of the first"]) expect(said).toContain(words);
    await again.evaluate(`location.hash = "#/"`);
    await again.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
    await expect
      .poll(() => again.getByRole("region", { name: "Begun and not saved" }).count(), { timeout: patience })
      .toBe(0);
  });

  it("undoes what was saved here and is not shown here yet", async () => {
    const [other] = pages();
    const page = await other.context().newPage();
    page.setDefaultTimeout(patience);
    await page.goto(new URL(`#/incident/${record}`, other.url()).href);
    await fieldIn(page, "Title").waitFor();
    const before = await stands("title");
    const shows = await holdShows(page);
    await fieldIn(page, "Title").fill("Saved and not shown");
    await expect.poll(() => stands("title"), { timeout: patience }).toBe("Saved and not shown");
    shows.letNew();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => stands("title"), { timeout: patience }).toBe(before);
    shows.release();
    await expect.poll(() => fieldIn(page, "Title").inputValue(), { timeout: patience }).toBe(before);
    await page.close();
  });

  it("undoes and brings back, and saves what was typed while the program did not answer", async () => {
    const [page] = pages().slice(0, 1);
    if (page === undefined) throw new Error("no page is open");
    await page.evaluate(`location.hash = "#/incident/${record}"`);
    await fieldIn(page, "Title").fill("To be undone");
    await expect.poll(() => stands("title"), { timeout: patience }).toBe("To be undone");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect
      .poll(() => fieldIn(page, "Title").inputValue(), { timeout: patience })
      .toBe("Changed in the first and in the second");
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => fieldIn(page, "Title").inputValue(), { timeout: patience }).toBe("To be undone");
    await page.context().setOffline(true);
    await fieldIn(page, "Title").fill("Typed into the void");
    await page.getByText(/^The program does not answer\. What you type waits/).waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => stands("title"), { timeout: patience }).toBe("Typed into the void");
  });
});
