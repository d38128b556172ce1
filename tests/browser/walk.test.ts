import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults, keepSheet, picture, startRealDesk, type RealDesk } from "./real-desk.ts";

const passphrase = "six invented words stand in here";

describe.skipIf(chromiumPath() === undefined)("a walk through the desk", () => {
  let desk: RealDesk;
  let page: Page;
  const problems: string[] = [];

  const open = async (name: string): Promise<void> => {
    const road = page.getByRole("navigation", { name: "The road" });
    await road.getByRole("link", { name: new RegExp(`^${name}\\b`) }).click();
  };
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole("button", { name }).first().click();
  };
  const home = async (): Promise<void> => {
    await page.getByRole("navigation").getByRole("link", { name: "Home" }).click();
  };
  const door = async (name: string): Promise<void> => {
    await home();
    await page.getByRole("list", { name: "Four ways in" }).getByRole("link", { name }).click();
  };
  /** Walks the server's picker into a folder below the home, and takes it or a file in it. */
  const pick = async (label: string, path: readonly string[], file?: string): Promise<void> => {
    const group = page.getByRole("group", { name: label });
    await group.getByRole("button", { name: /^Choose: / }).click();
    for (const name of path) await group.getByRole("button", { name: `${name}/`, exact: true }).click();
    if (file === undefined) await group.getByRole("button", { name: "Take this folder" }).click();
    else await group.getByRole("button", { name: file }).click();
  };
  const expectLook = async (name: string): Promise<void> => {
    await picture(page, name);
    expect(await axeFaults(page), name).toEqual([]);
    expect(await page.title()).toBe("Tocsin");
  };

  /** A drop as the mouse makes it. */
  const dropFile = async (path: string, name: string): Promise<void> => {
    const base64 = readFileSync(path).toString("base64");
    await page.evaluate(
      `(() => {
        const bytes = Uint8Array.from(atob(${JSON.stringify(base64)}), (each) => each.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], ${JSON.stringify(name)}));
        document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
      })()`,
    );
  };

  beforeAll(async () => {
    desk = await startRealDesk();
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
    if (task.result?.state === "fail") await picture(page, "failed");
  });
  afterAll(() => desk.close());

  it("gives nothing to a browser profile without the token, nor to one that comes with a spent one", async () => {
    const stranger = await desk.browser.newContext();
    const other = await stranger.newPage();
    for (const path of ["/", "/index.html", "/api/session", new URL(desk.address).search]) {
      const response = await other.goto(new URL(path, desk.address).href);
      expect(response?.status(), path).toBe(401);
      expect(await other.content()).not.toContain("script");
    }
    await stranger.close();
  });

  it("offers the example, a vault, and four doors", async () => {
    for (const name of ["Explore the example", "Create a vault", "Open a vault"])
      await expect
        .poll(() => page.getByRole("button", { name }).or(page.getByRole("link", { name })).count())
        .toBe(1);
    await expectLook("01-start");
  });

  it("shows the resolution on one page, with both wordings of the spyware clause and no paragraph number", async () => {
    await door("The resolution");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const text = await page.getByRole("main").innerText();
    expect(text).toContain("A/HRC/RES/58/23");
    expect(text).not.toMatch(/\b(OP|paragraph|para\.?)\s*\d/i);
    await expectLook("02-resolution");
  });

  it("leads from a measurement file to a verdict with its reasons, without a vault", async () => {
    await door("A site is cut");
    await pick("Files of measurements", ["inputs", "measurements"], "garden.jsonl");
    await expectLook("03-site");
    await press("Analyse");
    await page.getByRole("heading", { name: "What the measurements say" }).waitFor();
    await page
      .getByText("A question to a public resolver came back with an impossible address")
      .first()
      .waitFor();
    await expectLook("04-site-verdicts");
  });

  it("checks a phone without a vault: consent, coverage first, then findings on one plain page", async () => {
    await door("Check a phone");
    await page
      .getByRole("textbox", { name: "Who allowed it?" })
      .fill("The owner, in person, to this examination only.");
    await press("Next");
    await pick("Backup of the phone", ["inputs", "phone"]);
    await pick("Files of indicators", ["inputs", "indicators"]);
    await expectLook("05-phone");
    await press("Examine");
    await page.getByRole("heading", { name: "What the examination of this phone says" }).waitFor();
    const main = await page.getByRole("main").innerText();
    expect(main.indexOf("Rows read")).toBeGreaterThan(-1);
    expect(main.indexOf("Rows read")).toBeLessThan(main.indexOf("What was seen"));
    expect(main).toContain("Harmless explanations");
    expect(main).not.toMatch(/\b(clean|safe)\b/i);
    await expectLook("06-phone-result");
  });

  it("creates a vault and takes in a backup and a measurement that are dropped", async () => {
    await door("Something happened to someone");
    await page.getByRole("textbox", { name: "Name of this device" }).fill("Example device");
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await page.getByLabel("Passphrase once more").fill(passphrase);
    await expectLook("07-create");
    await press("Create the vault");
    await page.getByRole("heading", { name: "Recovery sheet" }).waitFor();
    await keepSheet(page);
    await page.getByText("Sealed").first().waitFor();
    await expectLook("08-home");
    await open("Evidence");
    await page.getByRole("link", { name: "Add evidence" }).first().click();
    await page.locator("input[type=file][webkitdirectory]").setInputFiles(join(desk.home, "inputs", "phone"));
    const drop = page.getByRole("region", { name: "Add evidence" });
    await drop.getByLabel("Who allowed it?").fill("The owner, in person.");
    await drop.getByLabel("How was it obtained?").fill("Made by the owner with a computer.");
    await expectLook("09-drop");
    await drop.getByRole("button", { name: "Seal into the vault" }).click();
    await page
      .getByText(/Done: .*Sealing evidence/)
      .first()
      .waitFor();
    await dropFile(join(desk.home, "inputs", "measurements", "garden.jsonl"), "garden.jsonl");
    await drop.getByRole("button", { name: "Seal into the vault" }).click();
    await open("Evidence");
    await page.getByRole("link", { name: "garden.jsonl" }).waitFor();
    await expectLook("10-evidence");
  });

  it("examines the sealed backup, keeps its findings, and takes one into a case", async () => {
    await page.getByRole("link", { name: "phone", exact: true }).click();
    await page.getByText("Made by the owner with a computer.").first().waitFor();
    await page.locator("summary", { hasText: "Examine" }).click();
    await pick("Files of indicators", ["inputs", "indicators"]);
    await expectLook("11-custody");
    await page
      .getByRole("group")
      .getByRole("button", { name: "Examine", exact: true })
      .or(page.locator("details").getByRole("button", { name: "Examine", exact: true }))
      .last()
      .click();
    await page.getByRole("heading", { name: "What the examination of this phone says" }).waitFor();
    await press(/^Keep .* findings? in the vault/);
    await page.getByRole("heading", { level: 1, name: "Findings" }).waitFor();
    await page
      .getByRole("link", { name: /· Messages/ })
      .first()
      .waitFor();
    await expectLook("12-findings");
    await page
      .getByRole("link", { name: /· Messages/ })
      .first()
      .click();
    await page.getByText("Harmless explanations").first().waitFor();
    await expectLook("13-finding");
    await page.getByLabel("Title of the new case").fill("Example Organisation, suspicious message");
    await press("Take into a new case");
    await page.getByRole("heading", { level: 1, name: "Example Organisation, suspicious message" }).waitFor();
    await page.getByText("Harmless explanations").first().waitFor();
    await expectLook("14-case");
  });

  it("says what happened to someone: first steps, and what consent is missing", async () => {
    await door("Something happened to someone");
    await page.getByLabel("In one line").fill("Phone taken at the border");
    await page.getByRole("combobox", { name: "What was done" }).fill("seiz");
    await page.getByRole("option").first().click();
    await page.getByLabel("When", { exact: true }).fill("2026-01-03~");
    await expectLook("15-happened");
    await press("Next");
    await page.getByLabel("Name", { exact: true }).fill("Robin Example");
    await page.getByRole("combobox", { name: "Put it into a case that is there" }).fill("Example");
    await page
      .getByRole("option", { name: /Example Organisation/ })
      .first()
      .click();
    await press("Write it down");
    await page.getByText("What consent is missing").waitFor();
    await page.getByText("Robin Example").first().waitFor();
    await expectLook("16-happened-sheet");
    await page
      .getByRole("link", { name: "Go to the case" })
      .or(page.getByRole("button", { name: "Go to the case" }))
      .click();
    await page.getByRole("heading", { level: 1, name: "Example Organisation, suspicious message" }).waitFor();
  });

  it("writes the report as PDF without the name that no consent covers, and pulls the thread of a sentence", async () => {
    await page
      .getByRole("link", { name: "Write the case report" })
      .or(page.getByRole("button", { name: "Write the case report" }))
      .click();
    await page.getByRole("heading", { name: "How it will read" }).waitFor();
    await expectLook("17-report");
    const preview = await page.getByRole("main").innerText();
    expect(preview.slice(preview.indexOf("How it will read"))).not.toContain("Robin Example");
    await page.getByLabel(/Approved by/).fill("Example Approver");
    await page.getByRole("button", { name: "Approve and write" }).click();
    const link = page.getByRole("link", { name: /PDF/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const pdf = readFileSync(await download.path());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(download.suggestedFilename()).toMatch(/^report-[a-z0-9]+\.pdf$/);
    await page
      .getByRole("link", { name: /Published research lists it/ })
      .first()
      .click();
    await page
      .getByText(/^[0-9a-f]{64}$/)
      .first()
      .waitFor();
    await expectLook("18-thread");
  });

  it("locks, and opens again with everything there", async () => {
    await press("Lock");
    await page.getByRole("heading", { name: "Open the vault" }).waitFor();
    expect(await page.content()).not.toContain("Example Organisation");
    await expectLook("19-locked");
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await press("Open");
    await page.getByText("Sealed").first().waitFor();
    await open("Cases");
    await page
      .getByRole("link", { name: /Example Organisation/ })
      .first()
      .waitFor();
    await expectLook("20-reopened");
  });

  it("reads from right to left in Arabic, with the same screens", async () => {
    await page.getByLabel("Language").selectOption("ar");
    await expect.poll(() => page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator("html").getAttribute("lang")).toBe("ar");
    await page
      .getByRole("link", { name: /Example Organisation/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectLook("21-arabic");
    await page.setViewportSize({ width: 360, height: 740 });
    await expectLook("22-narrow");
    const overflow: unknown = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overflow).toBe(0);
  });

  it("keeps no plain text in the folder of the vault", () => {
    const vault = join(desk.home, "tocsin");
    expect(existsSync(vault)).toBe(true);
    const files = readdirSync(vault, { recursive: true, encoding: "utf8" }).filter((name) =>
      statSync(join(vault, name)).isFile(),
    );
    const marked = files.filter((name) =>
      /SQLite format 3|example-bad|Example device/.test(readFileSync(join(vault, name), "latin1")),
    );
    expect(marked).toEqual([]);
  });

  it("has logged no error in the browser", () => {
    expect(problems).toEqual([]);
  });
});
