// A hand on the keyboard alone: goes to things by Tab as a person would, and presses them.
import type { Locator, Page } from "playwright-core";

/** More presses than things that can take the focus, so that a page on which the focus goes round is found out. */
const spare = 20;

/** Where the focus is, seen from something: there, or before or after it in the order of the document. */
function focusFrom(target: Locator): Promise<"here" | "before" | "after"> {
  return target.evaluate((element) => {
    const { activeElement } = element.ownerDocument;
    if (activeElement === element) return "here";
    const isAfter = activeElement !== null && (element.compareDocumentPosition(activeElement) & 4) !== 0;
    return isAfter ? "after" : "before";
  });
}

const countFocusable = `document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]").length`;

/** Moves the focus to something, by Tab or back by Shift and Tab; fails where that does not lead there. */
export async function focusOn(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const atMost = Number(await page.evaluate(countFocusable)) + spare;
  for (let presses = 0; presses < atMost; presses += 1) {
    const where = await focusFrom(target);
    if (where === "here") return;
    await page.keyboard.press(where === "after" ? "Shift+Tab" : "Tab");
  }
  throw new Error(
    `Cannot reach by keyboard: ${String(atMost)} presses of Tab did not lead to ${String(target)}`,
  );
}

export async function pressOn(page: Page, target: Locator): Promise<void> {
  await focusOn(page, target);
  await page.keyboard.press("Enter");
}

/** Chooses by its words, from a plain list or from one that is searched by typing. */
export async function chooseIn(page: Page, box: Locator, term: string): Promise<void> {
  await focusOn(page, box);
  if ((await box.getAttribute("aria-autocomplete")) === null) return chooseFromPlain(page, box, term);
  await page.keyboard.type(term);
  const option = page.getByRole("listbox").getByRole("option", { name: term, exact: true }).first();
  await option.waitFor();
  const all = await page.getByRole("option").count();
  for (let moves = 0; moves <= all && (await option.getAttribute("data-focused")) === null; moves += 1)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

async function chooseFromPlain(page: Page, box: Locator, term: string): Promise<void> {
  await box.locator("option").filter({ hasText: term }).first().waitFor({ state: "attached" });
  const names = await box.locator("option").allInnerTexts();
  const wanted = names.findIndex((name) => name.trim() === term);
  const chosen = names.indexOf((await box.locator("option:checked").innerText()).trim());
  const key = wanted > chosen ? "ArrowDown" : "ArrowUp";
  for (let moves = 0; moves < Math.abs(wanted - chosen); moves += 1) await page.keyboard.press(key);
}
