// A hand on the keyboard alone: goes to things by Tab as a person would, and presses them.
import type { Locator, Page } from "playwright-core";

/** More presses than twice round the page, so that one that does not let the focus go is found out. */
const spare = 20;
/** Stops that the document may count too many: of radio buttons one alone is gone through. */
const unsure = 4;

/**
 * How many presses of Tab lead from where the focus is to something: below zero where it lies behind. As far as the
 * document tells, for of radio buttons, say, one alone is gone through.
 */
function pressesTo(target: Locator): Promise<number> {
  return target.evaluate((element) => {
    const page = element.ownerDocument;
    const { activeElement } = page;
    if (activeElement === element) return 0;
    const stops = [
      ...page.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]"),
    ].filter(
      (each) =>
        each.tabIndex >= 0 && each.disabled !== true && each.checkVisibility({ visibilityProperty: true }),
    );
    const follows = (one: typeof element, other: typeof element): boolean =>
      one === null || (one.compareDocumentPosition(other) & 4) !== 0;
    const isAhead = follows(activeElement, element);
    const [from, to] = isAhead ? [activeElement, element] : [element, activeElement];
    const between = stops.filter((each) => follows(from, each) && to !== null && follows(each, to)).length;
    return isAhead ? between + 1 : -between - 1;
  });
}

/** Presses Tab, or Shift and Tab where `times` is below zero, without waiting for one press before the next. */
async function pressTab({ keyboard }: Page, times: number): Promise<void> {
  if (times < 0) await keyboard.down("Shift");
  const presses = Array.from({ length: Math.abs(times) }, () => [keyboard.down("Tab"), keyboard.up("Tab")]);
  await Promise.all(presses.flat());
  if (times < 0) await keyboard.up("Shift");
}

const countFocusable = `document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]").length`;

/** Moves the focus to something, by Tab or back by Shift and Tab; fails where that does not lead there. */
export async function focusOn(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const atMost = 2 * Number(await page.evaluate(countFocusable)) + spare;
  let presses = 0;
  for (let away = await pressesTo(target); away !== 0; away = await pressesTo(target)) {
    if (presses >= atMost)
      throw new Error(
        `Cannot reach by keyboard: ${String(presses)} presses of Tab did not lead to ${String(target)}`,
      );
    // At once nearly as far as the document tells; the rest, which it may not tell, one by one.
    const times =
      presses === 0 ? away - Math.sign(away) * Math.min(unsure, Math.abs(away) - 1) : Math.sign(away);
    await pressTab(page, times);
    presses += Math.abs(times);
  }
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
  for (let moves = 0; (await option.getAttribute("data-focused")) === null; moves += 1) {
    if (moves > 2 * all) throw new Error(`Cannot choose by keyboard: no arrow key leads to ${term}`);
    // A list that comes anew while somebody goes down it can leave the term above.
    await page.keyboard.press(moves > all ? "ArrowUp" : "ArrowDown");
  }
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
