// All questions in their order, and repeats that can be added to and taken from.
import { isRepeat, type Repeat } from "@tocsin/voices";
import { element } from "../page-parts/elements.ts";
import { keyOf, said, type Page } from "./page.ts";
import { questionOf } from "./question.ts";

export function questionsOn(page: Page): readonly HTMLElement[] {
  return page.form.questionnaire.questions.map((asked) =>
    isRepeat(asked) ? repeatOf(page, asked) : questionOf(page, { question: asked.id, item: null, of: asked }),
  );
}

function repeatOf(page: Page, repeat: Repeat): HTMLElement {
  const { t } = page.words;
  const list = element("div", {});
  const add = element("button", { type: "button", id: `add:${repeat.id}` }, t("form.page.repeat.add"));
  const full = element("p", { role: "status" });
  const draw = (): void => {
    const count = page.times.get(repeat.id) ?? 0;
    list.replaceChildren(
      ...Array.from({ length: count }, (_, item) => itemOf(page, repeat, { item, redraw: draw })),
    );
    add.disabled = count >= repeat.most;
    full.textContent = add.disabled ? t("form.page.repeat.full") : "";
    page.changed();
  };
  add.addEventListener("click", () => {
    const count = page.times.get(repeat.id) ?? 0;
    page.times.set(repeat.id, count + 1);
    draw();
    document.getElementById(`item:${repeat.id}-${count}`)?.focus();
  });
  const why = element(
    "p",
    { class: "why" },
    element("strong", {}, t("form.page.why")),
    " ",
    said(page, repeat.why),
  );
  const paper = element("div", {});
  page.papers.set(repeat.id, (isPrinted) => {
    const item = page.times.get(repeat.id) ?? 0;
    paper.replaceChildren(
      ...(isPrinted && item < repeat.most ? [itemOf(page, repeat, { item, redraw: draw })] : []),
    );
  });
  const section = element(
    "section",
    { class: "repeat", id: `q:${repeat.id}`, "aria-labelledby": `title:${repeat.id}` },
    element("h2", { id: `title:${repeat.id}` }, said(page, repeat.text)),
    why,
    list,
    paper,
    add,
    full,
  );
  draw();
  return section;
}

interface ItemOptions {
  readonly item: number;
  readonly redraw: () => void;
}

function itemOf(page: Page, repeat: Repeat, { item, redraw }: ItemOptions): HTMLElement {
  const { t } = page.words;
  const remove = element("button", { type: "button" }, t("form.page.repeat.remove", { number: item + 1 }));
  remove.addEventListener("click", () => {
    removeItem(page, repeat, item);
    redraw();
    document.getElementById(`add:${repeat.id}`)?.focus();
  });
  const title = element(
    "h3",
    { tabindex: "-1", id: `item:${repeat.id}-${item}` },
    t("form.page.repeat.item", { number: item + 1 }),
  );
  const asked = repeat.questions.map((question) =>
    questionOf(page, { question: question.id, item, of: question }),
  );
  return element("article", {}, title, ...asked, remove);
}

/** What stood behind it moves up by one. */
function removeItem(page: Page, repeat: Repeat, item: number): void {
  const count = page.times.get(repeat.id) ?? 0;
  for (const { id: question } of repeat.questions)
    for (const kept of [page.typed, page.own] as readonly Map<string, unknown>[]) {
      for (let at = item; at < count; at += 1) {
        const next = kept.get(keyOf({ question, item: at + 1 }));
        if (next === undefined) kept.delete(keyOf({ question, item: at }));
        else kept.set(keyOf({ question, item: at }), next);
      }
    }
  page.times.set(repeat.id, Math.max(0, count - 1));
}
