import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const panelOn = (page: Page) => page.locator(".beside");
const titleOn = (page: Page) => panelOn(page).getByRole("heading", { level: 2 }).first();
const focused = (page: Page) => page.locator("*:focus");

async function atIncident(browser: Browser, options: Parameters<typeof visit>[1] = {}): Promise<Visit> {
  const shown = await visit(browser, options);
  await shown.go("incident", ids.incident);
  return shown;
}

/** The person of the incident, opened from their link with Enter. */
async function openEditor(page: Page): Promise<void> {
  await page.locator("main .linked").getByRole("link", { name: "Example Editor", exact: true }).focus();
  await page.keyboard.press("Enter");
  await titleOn(page).filter({ hasText: "Example Editor" }).waitFor();
}

describe.skipIf(chromiumPath() === undefined)("a record beside the page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("opens from a link with Enter, says so, and gives the focus back on Escape without locking", async () => {
    const { page, close } = await atIncident(browser);
    await openEditor(page);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Threats to a brother at home");
    expect(new URL(page.url()).hash).toBe(`#/incident/${ids.incident}/~/person/${ids.person}`);
    expect(await page.title()).toBe("Tocsin");
    expect(await focused(page).innerText()).toContain("Example Editor");
    await expect
      .poll(() => page.getByRole("status").allInnerTexts())
      .toContainEqual(expect.stringMatching(/^Beside the page: \W*Person\W+Example Editor/));
    await page.getByRole("complementary", { name: /Example Editor/ }).waitFor();
    await page.keyboard.press("Escape");
    await panelOn(page).waitFor({ state: "detached" });
    await expect.poll(() => focused(page).innerText()).toBe("Example Editor");
    expect(new URL(page.url()).hash).toBe(`#/incident/${ids.incident}`);
    await page.getByRole("button", { name: "Lock" }).waitFor();
    await close();
  });

  it("leads on from link to link, and back by its own button and by that of the browser", async () => {
    const { page, close } = await atIncident(browser);
    await page.getByRole("main").getByRole("link", { name: "Defender", exact: true }).press("Enter");
    await titleOn(page).filter({ hasText: "Defender" }).waitFor();
    await panelOn(page).getByRole("link", { name: "Example Editor" }).press("Enter");
    await titleOn(page).filter({ hasText: "Example Editor" }).waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#\/incident\/n+\/~\/involvement\/j+\/~\/person\/p+$/);
    await panelOn(page).getByRole("button", { name: "Back" }).press("Enter");
    await titleOn(page).filter({ hasText: "Defender" }).waitFor();
    await page.goForward();
    await titleOn(page).filter({ hasText: "Example Editor" }).waitFor();
    await page.goBack();
    await page.goBack();
    await panelOn(page).waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1, name: "Threats to a brother at home" }).waitFor();
    await expect.poll(() => focused(page).innerText()).toBe("Defender");
    await close();
  });

  it("is closed once where Escape is pressed again before the browser has gone back", async () => {
    const { page, go, close } = await visit(browser);
    await go("list", "incident");
    await go("incident", ids.incident);
    await openEditor(page);
    await page.evaluate(`for (const press of [1, 2])
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }))`);
    await panelOn(page).waitFor({ state: "detached" });
    await page.waitForTimeout(500);
    expect(new URL(page.url()).hash).toBe(`#/incident/${ids.incident}`);
    await openEditor(page);
    await panelOn(page).getByRole("button", { name: "Close", exact: true }).press("Enter");
    await panelOn(page).waitFor({ state: "detached" });
    expect(new URL(page.url()).hash).toBe(`#/incident/${ids.incident}`);
    await close();
  });

  it("is closed with one key from any depth, and one Back of the browser leaves the page then", async () => {
    const { page, go, close } = await visit(browser);
    await go("list", "incident");
    await go("incident", ids.incident);
    await page.getByRole("main").getByRole("link", { name: "Defender", exact: true }).press("Enter");
    await panelOn(page).getByRole("link", { name: "Example Editor" }).press("Enter");
    await titleOn(page).filter({ hasText: "Example Editor" }).waitFor();
    await page.keyboard.press("Escape");
    await panelOn(page).waitFor({ state: "detached" });
    await page.goBack();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/list/incident");
    await close();
  });

  it("is edited in place, and opens as a page", async () => {
    const { page, desk, close } = await atIncident(browser);
    await openEditor(page);
    await panelOn(page).getByRole("button", { name: "Edit here" }).press("Enter");
    await panelOn(page).getByRole("textbox", { name: "Pseudonym" }).fill("Somebody else");
    await expect
      .poll(() => desk.asked.find(({ path }) => path === "/api/command/record.change")?.body)
      .toMatchObject({
        input: {
          record: ids.person,
          patch: { pseudonym: { set: { text: "Somebody else", lang: "en" } } },
        },
      });
    await panelOn(page).getByRole("link", { name: "Open as page" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Example Editor" }).waitFor();
    await panelOn(page).waitFor({ state: "detached" });
    await close();
  });

  it("begins a record from the page's own, keeps what is typed under its address, and writes it there", async () => {
    const { page, desk, close } = await atIncident(browser);
    const begin = page.locator(`main .linked a[href="#/new/involvement/incident/${ids.incident}"]`);
    await begin.press("Enter");
    const name = `new_involvement_incident_${ids.incident}`;
    await panelOn(page).getByRole("combobox", { name: "Role" }).fill("Person harmed");
    await page.getByRole("option", { name: "Person harmed", exact: true }).click();
    await expect
      .poll(() => desk.asked.filter(({ method }) => method === "POST").map(({ path }) => path))
      .toContain(`/api/unsent/${name}`);
    await panelOn(page).getByRole("button", { name: "Add" }).press("Enter");
    await expect.poll(() => new URL(page.url()).hash).toMatch(/\/~\/involvement\/[a-z]+$/);
    expect(desk.asked.find(({ path }) => path === "/api/command/record.create")?.body).toEqual({
      input: {
        kind: "involvement",
        values: { role: "victim", incident: ids.incident, case: ids.case },
      },
    });
    await page.getByRole("heading", { level: 1, name: "Threats to a brother at home" }).waitFor();
    await page.keyboard.press("Escape");
    await panelOn(page).waitFor({ state: "detached" });
    await close();
  });

  it("opens from a list with Alt and Enter, and with them goes from a record to a page", async () => {
    const { page, go, close } = await visit(browser);
    await go("list", "person");
    await page.getByRole("link", { name: "Example Editor" }).press("Alt+Enter");
    await titleOn(page).filter({ hasText: "Example Editor" }).waitFor();
    await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
    await go("incident", ids.incident);
    await page
      .locator("main .linked")
      .getByRole("link", { name: "Example Editor", exact: true })
      .press("Alt+Enter");
    await page.getByRole("heading", { level: 1, name: "Example Editor" }).waitFor();
    expect(await panelOn(page).count()).toBe(0);
    await close();
  });

  it("covers a narrow screen: what is behind it can be neither reached nor read, until it closes", async () => {
    const { page, close } = await atIncident(browser, { width: 360 });
    await openEditor(page);
    await page.getByRole("dialog", { name: /Example Editor/ }).waitFor();
    const box = await panelOn(page).boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 360]);
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      const isBehind = "document.activeElement.closest('main, nav, header, .skip') !== null";
      expect(await page.evaluate(isBehind)).toBe(false);
    }
    await page.keyboard.press("Escape");
    await panelOn(page).waitFor({ state: "detached" });
    await expect.poll(() => focused(page).innerText()).toBe("Example Editor");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    await close();
  });

  it("does not trap the focus on a wide screen", async () => {
    const { page, close } = await atIncident(browser);
    await openEditor(page);
    await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate("document.activeElement.closest('.beside') === null")).toBe(true);
    await close();
  });

  it("stands behind the thread that is pulled from it, and before the thread that it was opened from", async () => {
    const { page, close } = await atIncident(browser);
    await openEditor(page);
    await panelOn(page).getByRole("button", { name: "Where this comes from" }).press("Enter");
    const thread = page.getByRole("complementary", { name: "Where this comes from" });
    await thread.getByRole("link", { name: "Example phone backup" }).press("Enter");
    await titleOn(page).filter({ hasText: "Example phone backup" }).waitFor();
    expect(await thread.isVisible()).toBe(false);
    await panelOn(page).getByRole("button", { name: "Back" }).press("Enter");
    await thread.waitFor();
    await expect.poll(() => focused(page).innerText()).toBe("Example phone backup");
    await page.keyboard.press("Escape");
    await thread.waitFor({ state: "detached" });
    await titleOn(page).filter({ hasText: "Example Editor" }).waitFor();
    await expect.poll(() => focused(page).innerText()).toContain("Example Editor");
    await close();
  });

  it("leaves nothing over the page that is opened from it on a narrow screen", async () => {
    const { page, go, close } = await visit(browser, { width: 360 });
    await go("case", ids.case, "report");
    await page.getByRole("link", { name: /A message with a link/ }).press("Enter");
    const thread = page.getByRole("dialog", { name: "Where this comes from" });
    await thread.getByRole("link").first().press("Enter");
    await panelOn(page).getByRole("link", { name: "Open as page" }).press("Enter");
    await panelOn(page).waitFor({ state: "detached" });
    await thread.waitFor({ state: "detached" });
    const isReached = "document.activeElement.id === 'main' && document.querySelector('[inert]') === null";
    await expect.poll(() => page.evaluate(isReached)).toBe(true);
    await close();
  });

  it("is not there while the vault is locked, whatever the address says", async () => {
    const { page, go, close } = await visit(browser, { vault: "locked" });
    await go("incident", ids.incident, "~", "person", ids.person);
    await page.getByRole("heading", { level: 1, name: "Open the vault" }).waitFor();
    expect(await panelOn(page).count()).toBe(0);
    await close();
  });

  it.each([
    ["a person", async (page: Page) => openEditor(page)],
    [
      "a person who is edited",
      async (page: Page) => {
        await openEditor(page);
        await panelOn(page).getByRole("button").and(page.locator(".btn:not(.quiet)")).first().click();
        await panelOn(page).locator(".record-form").waitFor();
      },
    ],
    [
      "a finding",
      async (page: Page) => {
        await page.getByRole("main").getByRole("link", { name: "example-bad.test" }).first().press("Enter");
        await panelOn(page).locator(".finding").waitFor();
      },
    ],
    [
      "a form",
      async (page: Page) => {
        await page.locator(`main .who a[href="#/new/involvement/incident/${ids.incident}"]`).press("Enter");
        await panelOn(page).locator("form").waitFor();
      },
    ],
  ])("has no fault that axe finds, with %s", async (name, prepare) => {
    const route = ["incident", ids.incident];
    const faults = await look(browser, {
      name: `beside-${name.replaceAll(" ", "-")}`,
      route,
      prepare: ({ page }) => prepare(page),
    });
    expect(faults).toEqual([]);
  });
});
