// Walks the guides of the manual: does by keyboard alone what each step says, in the words of a language, and looks whether
// what must be seen is there. What is wrong ends the walk with the step that failed.
import { join } from "node:path";
import type { FileChooser, Locator, Page } from "playwright-core";
import { nameIn, type Act, type Guide, type Name, type Step } from "../../apps/desk/screen/src/index.ts";
import { faultsOf } from "./fake-visit.ts";
import { chooseIn, focusOn, pressOn } from "./by-keyboard.ts";
import { placeOn } from "./story.ts";

export interface Walk {
  readonly page: Page;
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** The folder in which the examples lie, as the picker of files shows it first. */
  readonly inputs: string;
  readonly passphrase: string;
  /** The words of the recovery sheet, once they were on the screen. */
  readonly sheet: string[];
  /** Called where a guide can be looked at: after each step. */
  readonly look?: (guide: Guide, step: Step) => Promise<void>;
}

/** Walks one guide, and gives what is wrong with the screen at its end. */
export async function walkGuide(walk: Walk, guide: Guide): Promise<readonly object[]> {
  for (const [at, step] of guide.steps.entries()) {
    try {
      await expectUnseen(walk, step, guide.steps[at + 1]);
      await take(walk, step);
      await expectNoSideways(walk.page);
    } catch (cause) {
      const what = `Cannot take step ${String(at + 1)} of guide ${guide.name}: ${JSON.stringify(step)}`;
      throw new Error(`${what}\n${await shownOn(walk.page)}`, { cause });
    }
    await walk.look?.(guide, step);
  }
  return faultsOf(walk.page);
}

const bringing: readonly Act["do"][] = ["press", "follow", "hand-over", "pick"];

/** What an act is to bring cannot have been there before it: else the walk would go on before the act is done. */
async function expectUnseen(walk: Walk, step: Step, next: Step | undefined): Promise<void> {
  if (next?.do !== "see" || !bringing.includes(step.do)) return;
  if ((await seenIn(walk, next.text).count()) > 0)
    throw new Error(`"${nameOf(walk, next.text)}" is seen before the step that is to bring it`);
}

/** What somebody would have seen there, and where the focus was: for whoever reads of a walk that failed. */
async function shownOn(page: Page): Promise<string> {
  const read = `JSON.stringify({
    focus: document.activeElement?.outerHTML.slice(0, 200),
    fields: [...document.querySelectorAll("main input")].map(({ value }) => value),
    page: document.body.innerText.slice(0, 2000),
  })`;
  return page.evaluate<string>(read).catch(() => "The page cannot be read");
}

const sideways = "document.documentElement.scrollWidth - window.innerWidth";

async function expectNoSideways(page: Page): Promise<void> {
  // A step that locks makes way for another page, on which it is looked at then.
  const over = Number(
    await page.evaluate(sideways).catch(async () => {
      await page.waitForLoadState();
      return page.evaluate(sideways);
    }),
  );
  if (over > 0) throw new Error(`The page is ${String(over)} px wider than the screen`);
}

/** What carries a name begins with it: a number or a line about it may follow. */
function beginsWith(name: string): RegExp {
  return new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\p{L})`, "u");
}

function textFieldIn(main: Locator, name: string): Locator {
  const secret = main.getByLabel(name, { exact: true }).and(main.locator("input[type=password]"));
  return main.getByRole("textbox", { name, exact: true }).or(secret).first();
}

async function write({ page }: Walk, field: Locator, text: string): Promise<void> {
  await focusOn(page, field);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

const triesAtMost = 20;
const aTry = 4000;

/** A list that is drawn anew takes the focus with it: then a person goes there and presses again. */
async function openChooser(page: Page, button: Locator): Promise<FileChooser> {
  for (let tries = 1; ; tries += 1) {
    await focusOn(page, button.first());
    const opened = page.waitForEvent("filechooser", { timeout: aTry });
    await page.keyboard.press("Enter");
    const chooser = await opened.catch((error: unknown) => {
      if (tries === triesAtMost) throw error;
      return null;
    });
    if (chooser !== null) return chooser;
  }
}

/** A list of choices that is open takes the first press for itself; three at once would lock. */
async function closeSheet(page: Page): Promise<void> {
  const sheet = page.locator(".beside[role=dialog]");
  for (let tries = 1; (await sheet.count()) > 0; tries += 1) {
    await page.keyboard.press("Escape");
    const closed = sheet.waitFor({ state: "detached", timeout: aTry });
    await closed.catch((error: unknown) => {
      if (tries === triesAtMost) throw error;
    });
  }
}

/** A sheet that was asked for just before may come late, and holds the focus: it is closed then. */
async function pressBeside(page: Page, target: Locator): Promise<void> {
  try {
    await pressOn(page, target);
  } catch (error) {
    if ((await page.locator(".beside[role=dialog]").count()) === 0) throw error;
    await closeSheet(page);
    await pressOn(page, target);
  }
}

/** In a narrow window the road is behind a button; a page that comes just then takes the focus, and closes it again. */
async function openMenu({ page, t }: Walk, road: Locator): Promise<void> {
  const menu = page.getByRole("button", { name: t("desk.nav.menu"), exact: true });
  for (let tries = 1; (await menu.count()) > 0 && (await road.count()) === 0; tries += 1) {
    await pressBeside(page, menu);
    const opened = road.waitFor({ timeout: aTry });
    await opened.catch((error: unknown) => {
      if (tries === triesAtMost) throw error;
    });
  }
  await road.waitFor();
}

type Doing = { readonly [Done in Act["do"]]: (walk: Walk, act: Extract<Act, { do: Done }>) => Promise<void> };

const mainOf = ({ page }: Walk): Locator => placeOn(page);
const nameOf = ({ t }: Walk, name: Name): string => nameIn(t, name);

/** A screen may have links of its own that are called as a list is. */
function roadOf({ page, t }: Walk): Locator {
  const [whole, quick] = ["desk.nav.label", "desk.nav.quick"].map((key) =>
    page.getByRole("navigation", { name: t(key), exact: true }),
  );
  return whole === undefined || quick === undefined ? page.getByRole("navigation") : whole.or(quick);
}

/** The first place at which a text can be seen. */
export function seenIn(walk: Walk, text: Name): Locator {
  return mainOf(walk).getByText(nameOf(walk, text), { exact: true }).locator("visible=true").first();
}

const doing: Doing = {
  go: async (walk, { to }) => {
    const { page } = walk;
    const name = beginsWith(nameOf(walk, to));
    const link = roadOf(walk).getByRole("link", { name });
    // A sheet over the page is closed first.
    await closeSheet(page);
    // What is not used every day is folded away.
    const folded = page.getByRole("link", { name, includeHidden: true });
    const fold = roadOf(walk).locator("details:not([open])").filter({ has: folded }).locator("summary");
    await openMenu(walk, link.or(fold).first());
    if ((await link.count()) === 0) await pressBeside(page, fold.first());
    await pressBeside(page, link.first());
  },
  follow: async (walk, { link }) => {
    const links = mainOf(walk).getByRole("link", { name: beginsWith(nameOf(walk, link)) });
    await pressOn(walk.page, links.first());
  },
  press: async (walk, { button }) => {
    const name = nameOf(walk, button);
    const [called, beginning] = [
      walk.page.getByRole("button", { name, exact: true }),
      walk.page.getByRole("button", { name: beginsWith(name) }),
    ];
    await beginning.first().waitFor();
    // "Add" is not "Add: a further name", which may stand before it.
    const buttons = (await called.count()) > 0 ? called : beginning;
    return pressOn(walk.page, buttons.and(walk.page.getByRole("button", { disabled: false })).first());
  },
  write: (walk, { field, text }) =>
    write(walk, textFieldIn(mainOf(walk), nameOf(walk, field)), nameOf(walk, text)),
  "write-passphrase": (walk, { field }) =>
    write(walk, textFieldIn(mainOf(walk), nameOf(walk, field)), walk.passphrase),
  "write-asked-words": async (walk) => {
    const sheet = walk.page.locator(".recovery-sheet");
    const words = await sheet.locator(".sheet-words code").allInnerTexts();
    walk.sheet.splice(0, Infinity, ...words);
    for (const field of await sheet.getByRole("textbox").all()) {
      const label = (await field.getAttribute("aria-labelledby")) ?? "";
      const asked = await walk.page.locator(`[id="${label.split(" ")[0] ?? ""}"]`).innerText();
      await write(walk, field, words[Number(/\d+/.exec(asked)?.[0]) - 1] ?? "");
    }
  },
  "write-all-words": (walk, { field }) =>
    write(walk, textFieldIn(mainOf(walk), nameOf(walk, field)), walk.sheet.join(" ")),
  choose: (walk, { field, term }) => {
    const box = mainOf(walk)
      .getByRole("combobox", { name: nameOf(walk, field), exact: true })
      .first();
    return chooseIn(walk.page, box, nameOf(walk, term));
  },
  answer: async (walk, { question, answer }) => {
    const group = mainOf(walk).getByRole("group", { name: nameOf(walk, question), exact: true });
    const radio = group.getByRole("radio", { name: nameOf(walk, answer), exact: true });
    // Of radio buttons Tab leads to the one that is chosen.
    const chosen = group.getByRole("radio", { checked: true });
    await radio.waitFor();
    await focusOn(walk.page, (await chosen.count()) > 0 ? chosen : group.getByRole("radio").first());
    const all = await group.getByRole("radio").count();
    for (let moves = 0; moves < all && !(await radio.isChecked()); moves += 1)
      await walk.page.keyboard.press("ArrowDown");
    if (!(await radio.isChecked())) await walk.page.keyboard.press("Space");
  },
  rate: async (walk, { level, field, text, button }) => {
    const next = mainOf(walk).getByRole("button", { name: nameOf(walk, button), exact: true });
    for (let isLast = false; !isLast;) {
      const card = mainOf(walk).locator("[data-question]").first();
      const at = (await card.getAttribute("data-question")) ?? "";
      const radio = card.getByRole("radio", { name: nameOf(walk, level), exact: true });
      await focusOn(walk.page, card.getByRole("radio").first());
      while (!(await radio.isChecked())) await walk.page.keyboard.press("ArrowDown");
      await write(walk, textFieldIn(card, nameOf(walk, field)), nameOf(walk, text));
      isLast = await next.isDisabled();
      if (isLast) return;
      await pressOn(walk.page, next);
      await mainOf(walk).locator(`[data-question="${at}"]`).waitFor({ state: "detached" });
    }
  },
  tick: async (walk, { box }) => {
    const name = beginsWith(nameOf(walk, box));
    await focusOn(walk.page, mainOf(walk).getByRole("checkbox", { name }).first());
    await walk.page.keyboard.press("Space");
  },
  unfold: async (walk, { part }) => {
    const summary = mainOf(walk)
      .locator("summary")
      .filter({ hasText: beginsWith(nameOf(walk, part)) })
      .first();
    await pressOn(walk.page, summary);
  },
  "hand-over": async (walk, { button, file }) => {
    const chooser = await openChooser(
      walk.page,
      mainOf(walk).getByLabel(nameOf(walk, button), { exact: true }),
    );
    await chooser.setFiles(join(walk.inputs, file));
  },
  pick: async (walk, { what, folder }) => {
    const name = nameOf(walk, what);
    const group = mainOf(walk).getByRole("group", { name, exact: true });
    await pressOn(walk.page, group.getByRole("button", { name: walk.t("desk.picker.open", { what: name }) }));
    for (const each of folder)
      await pressOn(walk.page, group.getByRole("button", { name: `${each}/`, exact: true }));
    const take = walk.t("desk.picker.this-folder");
    await pressOn(walk.page, group.getByRole("button", { name: take, exact: true }));
  },
  find: async (walk, { words, found }) => {
    const { page } = walk;
    await page.keyboard.press("Control+K");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await page.keyboard.type(nameOf(walk, words));
    const option = dialog.getByRole("option", { name: beginsWith(nameOf(walk, found)) }).first();
    await option.waitFor();
    while ((await option.getAttribute("data-focused")) === null) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  },
  "press-escape": async ({ page }) => {
    // Another page comes each time.
    const loaded = page.waitForEvent("load");
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("Escape");
    await loaded;
  },
  see: (walk, { text }) => seenIn(walk, text).waitFor(),
};

function take(walk: Walk, step: Step): Promise<void> {
  // The table gives each act what does it; the compiler cannot follow that through the union.
  const act = doing[step.do] as (walk: Walk, step: Step) => Promise<void>;
  return act(walk, step);
}
