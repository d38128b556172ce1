import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import type { Asked, FakeDesk } from "./fake-desk.ts";
import { launch, visit } from "./fake-visit.ts";

const asked = (desk: FakeDesk, path: string): readonly Asked[] =>
  desk.asked.filter((each) => each.path === `/api/${path}`);
const inputs = (desk: FakeDesk, path: string): readonly unknown[] =>
  asked(desk, path).map(({ body }) =>
    typeof body === "object" && body !== null ? Object.values(body)[0] : body,
  );

describe.skipIf(chromiumPath() === undefined)("what people write on the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("saves itself as it is typed, with its language, and says so", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("incident", ids.incident);
    await page.getByRole("textbox", { name: "Title" }).fill("Other words");
    await page.getByText("Saved", { exact: true }).waitFor();
    expect(inputs(desk, "command/record.change")).toEqual([
      {
        record: ids.incident,
        patch: { title: { set: { text: "Other words", lang: "en" } } },
        seen: { title: { text: "Threats to a brother at home", lang: "en" } },
      },
    ]);
    await close();
  });

  it("is saved when the screen is left before the moment has come", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("incident", ids.incident);
    await page.getByRole("textbox", { name: "What happened" }).fill("In haste");
    await page.getByRole("link", { name: "Home" }).click();
    await expect.poll(() => inputs(desk, "command/record.change").length).toBe(1);
    await close();
  });

  it("takes terms, links and answers in and out one by one", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("incident", ids.incident);
    await page.getByRole("combobox", { name: "What was done" }).fill("phishing");
    await page.getByRole("option", { name: "Phishing", exact: true }).click();
    await page.getByRole("button", { name: /^Remove: .*Attempt to infect/ }).click();
    await page.getByRole("combobox", { name: "Online or offline" }).selectOption("online");
    await expect
      .poll(() => inputs(desk, "command/record.change"))
      .toEqual([
        { record: ids.incident, patch: { acts: { add: ["account.phishing"] } }, seen: {} },
        { record: ids.incident, patch: { acts: { remove: ["spyware.attempt"] } }, seen: {} },
        { record: ids.incident, patch: { online: { set: "online" } }, seen: { online: null } },
      ]);
    await close();
  });

  it("is asked for anew once, and is no change of another window", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("incident", ids.incident);
    const asks = (): number => asked(desk, "query/record.show").length;
    await page.getByRole("combobox", { name: "What was done" }).waitFor();
    const before = asks();
    await page.getByRole("combobox", { name: "What was done" }).fill("phishing");
    await page.getByRole("option", { name: "Phishing", exact: true }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
    await expect.poll(asks).toBeGreaterThan(before);
    // Whatever else would ask has had its time.
    await page.waitForTimeout(500);
    expect(asks()).toBe(before + 1);
    expect(await page.getByText("Changed just now in another window").count()).toBe(0);
    await close();
  });

  it("is held back while it is no date, and read back in words when it is one", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("incident", ids.incident);
    const when = page.getByRole("textbox", { name: "When" });
    await when.fill("last spring");
    await page.getByText("Write a date such as").waitFor();
    expect(asked(desk, "command/record.change")).toEqual([]);
    await when.fill("2025-04?");
    await page.getByText(/Read as: .*April 2025.*uncertain/).waitFor();
    await expect.poll(() => inputs(desk, "command/record.change").length).toBe(1);
    await close();
  });

  it("is undone with one button", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("incident", ids.incident);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone").waitFor();
    expect(inputs(desk, "command/record.undo")).toEqual([{ record: ids.incident, seen: "two" }]);
    await close();
  });

  it("shows what two people wrote apart, and keeps the one that somebody chooses", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("incident", ids.incident);
    const conflict = page.getByRole("group", { name: /Two people wrote/ });
    await conflict.getByRole("button", { name: "Keep this one" }).last().click();
    await expect
      .poll(() => inputs(desk, "command/record.change"))
      .toEqual([
        {
          record: ids.incident,
          patch: { status: { set: "corroborated" } },
          seen: { status: "reported" },
        },
      ]);
    await close();
  });

  it("goes to no spelling service and no list of the browser where it can identify somebody", async () => {
    const { page, go, close } = await visit(browser);
    for (const route of [["person", ids.person], ["incident", ids.incident], ["happened"]]) {
      await go(...route);
      const open = await page
        .locator("main :is(input:not([type=file], [type=radio], [type=checkbox]), textarea)")
        .evaluateAll((all) =>
          all
            .filter((each) => each.getAttribute("autocomplete") !== "off")
            .map((each) => each.getAttribute("aria-label") ?? each.id),
        );
      expect(open).toEqual([]);
    }
    await go("person", ids.person);
    const name = page.getByRole("textbox", { name: "Name", exact: true });
    expect(await name.getAttribute("spellcheck")).toBe("false");
    await close();
  });

  it("says by their names which fields of a record are still empty, and what cannot be right", async () => {
    const { page, go, close } = await visit(browser);
    await go("incident", ids.incident);
    const lacking = page.getByText(/^A draft\. Still to be said/);
    await lacking.waitFor();
    expect(await lacking.innerText()).toMatch(/Link to the defence of rights, Sources/);
    expect(await page.getByText("leads to a record that is not here").count()).toBe(1);
    await close();
  });

  it("of what happened to someone is told in one act, and becomes a sheet to print", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("happened");
    await page.getByRole("textbox", { name: "In one line" }).fill("Example: phone taken at the border");
    await page.getByRole("combobox", { name: "What was done" }).fill("device seized");
    await page.getByRole("option", { name: /^Device seized/ }).click();
    await page.getByRole("textbox", { name: "When" }).fill("2026-11-20");
    await page.getByLabel("Link to the defence of rights").selectOption("because-of-work");
    await page.getByRole("textbox", { name: "How we know of this link" }).fill("An officer said so.");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Example Person");
    await page.getByLabel("Role", { exact: true }).selectOption("relative");
    await page.getByRole("button", { name: "Write it down" }).click();
    await page.getByRole("heading", { name: "First steps" }).waitFor();
    await page.getByText("No consent").waitFor();
    expect(inputs(desk, "command/incident.tell")).toEqual([
      {
        title: { text: "Example: phone taken at the border", lang: "en" },
        acts: ["seizure.device"],
        when: "2026-11-20",
        defence: "because-of-work",
        defenceGrounds: { text: "An officer said so.", lang: "en" },
        name: { text: "Example Person", lang: "en" },
        role: "relative",
      },
    ]);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "The road" }).isVisible()).toBe(false);
    expect(await page.getByRole("heading", { name: "First steps" }).isVisible()).toBe(true);
    await close();
  });

  it("and chooses is what lies under the pointer, though the page moves between pressing and letting go", async () => {
    const { page, go, close } = await visit(browser);
    await go("new", "incident");
    await page.getByRole("combobox", { name: "What was done" }).first().fill("phishing");
    await page.getByRole("option", { name: "Phishing", exact: true }).hover();
    await page.mouse.down();
    await page.evaluate(`(() => {
      const above = document.createElement("div");
      above.style.height = "90px";
      document.querySelector("main form").before(above);
      return new Promise((done) => setTimeout(done, 200));
    })()`);
    await page.mouse.up();
    const taken = page.getByRole("button", { name: /Phishing/ });
    await taken.waitFor();
    expect(await taken.count()).toBe(1);
    await close();
  });

  it("and drops waits with what is said about it while somebody looks elsewhere, and is sealed once", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("case", ids.case);
    const file = { name: "one.txt", mimeType: "text/plain", buffer: Buffer.from("one") };
    await page.locator("input[type=file]:not([webkitdirectory])").setInputFiles([file]);
    const consent = page.getByRole("textbox", { name: "Who allowed it?" });
    await consent.fill("The owner, in person.");
    await go("vault");
    await go("case", ids.case);
    expect(await consent.inputValue()).toBe("The owner, in person.");
    await page.getByRole("button", { name: "Seal into the vault" }).click();
    await expect.poll(() => asked(desk, "intake/intake/finish").length).toBe(1);
    await consent.waitFor({ state: "detached" });
    await go("vault");
    await go("case", ids.case);
    expect(await consent.count()).toBe(0);
    await close();
  });

  it("and drops goes in file by file, with what is said about it", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("case", ids.case);
    await page.locator("input[type=file]:not([webkitdirectory])").setInputFiles([
      { name: "one.txt", mimeType: "text/plain", buffer: Buffer.from("one") },
      { name: "two.txt", mimeType: "text/plain", buffer: Buffer.from("three") },
    ]);
    await page.getByRole("textbox", { name: "Who allowed it?" }).fill("The owner, in person.");
    await page.getByRole("button", { name: "Seal into the vault" }).click();
    await expect.poll(() => asked(desk, "intake/intake/finish").length).toBe(1);
    expect(asked(desk, "intake").map(({ body }) => body)).toMatchObject([
      { files: 2, bytes: 8, firstName: "one.txt", case: ids.case, consentText: "The owner, in person." },
    ]);
    expect(asked(desk, "intake/intake/file").map(({ body }) => body)).toEqual([3, 5]);
    await close();
  });
});
