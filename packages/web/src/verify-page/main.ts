// The page that checks a bundle offline: choose a folder, read what holds. It has no connections to make: its content
// security policy allows none.
import { isTocsinError } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { type BundleReport, type BundleSource, verifyBundle } from "@tocsin/vault";
import { createBrowserPrimitives } from "../crypto/primitives.ts";
import { chosenBundle } from "./chosen-files.ts";
import { element } from "../page-parts/elements.ts";
import { resultOf, type Savable } from "./result.ts";
import { saveExhibit } from "./save-exhibit.ts";
import { languages, preferredLocale, wordsOf } from "./words.ts";

interface Page {
  locale: string;
  source: BundleSource | null;
  report: BundleReport | null;
  /** A sentence instead of a result. */
  problem: string | null;
  readonly result: HTMLElement;
}

const primitives = createBrowserPrimitives();

function start(): void {
  const result = element("div", { "aria-live": "polite" });
  const page: Page = {
    locale: preferredLocale(navigator.languages),
    source: null,
    report: null,
    problem: null,
    result,
  };
  draw(page);
}

/** Everything but the result is made anew in the page's language. */
function draw(page: Page): void {
  const words = wordsOf(page.locale);
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.direction;
  document.title = words.t("bundle.page.title");
  document.body.replaceChildren(headerOf(page, words), mainOf(page, words));
  showResult(page, words);
}

function headerOf(page: Page, { t }: Translator): HTMLElement {
  const choice = element("select", { id: "language" });
  for (const { locale, name } of languages) {
    const option = element("option", { value: locale, lang: locale }, name);
    option.selected = locale === page.locale;
    choice.append(option);
  }
  choice.addEventListener("change", () => {
    page.locale = choice.value;
    draw(page);
    document.getElementById("language")?.focus();
  });
  return element(
    "header",
    {},
    element("h1", {}, t("bundle.page.title")),
    element("p", {}, t("bundle.page.about")),
    element("p", {}, t("bundle.page.origin")),
    element("p", {}, element("label", { for: "language" }, t("bundle.page.language")), " ", choice),
  );
}

function mainOf(page: Page, { t }: Translator): HTMLElement {
  const input = element("input", { id: "folder", type: "file" });
  input.webkitdirectory = true;
  input.multiple = true;
  input.addEventListener("change", () => {
    if (input.files !== null && input.files.length > 0) void check(page, [...input.files]);
  });
  const label = element("label", { for: "folder" }, t("bundle.page.choose"));
  return element(
    "main",
    {},
    element("div", { class: "choose" }, label, element("p", {}, t("bundle.page.choose.about")), input),
    page.result,
  );
}

async function check(page: Page, files: readonly File[]): Promise<void> {
  const { t } = wordsOf(page.locale);
  const bar = element("progress", { max: "1", "aria-label": t("bundle.page.working") });
  page.result.replaceChildren(element("p", { role: "status" }, t("bundle.page.working")), bar);
  const source = chosenBundle(files);
  page.source = source;
  page.report = null;
  page.problem = null;
  try {
    page.report = await verifyBundle(primitives, source, {
      onProgress: ({ done, total }) => void (bar.value = total === 0 ? 1 : done / total),
    });
  } catch (error) {
    page.problem = problemOf(error);
  }
  showResult(page, wordsOf(page.locale));
  page.result.querySelector<HTMLElement>("[tabindex='-1']")?.focus();
}

function problemOf(error: unknown): string {
  const code = isTocsinError(error) ? error.code : "";
  if (code === "vault.unsupported") return "bundle.page.unsupported";
  return code === "vault.not-a-bundle" ? "bundle.page.not-a-bundle" : "bundle.page.stopped";
}

function showResult(page: Page, words: Translator): void {
  const { report, source, problem, result } = page;
  if (problem !== null) {
    result.replaceChildren(element("h2", { tabindex: "-1", class: "fails" }, words.t(problem)));
  } else if (report !== null && source !== null) {
    const onSave = (exhibit: Savable, status: HTMLElement): void =>
      void save(source, { exhibit, status, words });
    result.replaceChildren(...resultOf({ report, words, onSave }));
  }
}

interface Saving {
  readonly exhibit: Savable;
  readonly status: HTMLElement;
  readonly words: Translator;
}

async function save(source: BundleSource, { exhibit, status, words: { t } }: Saving): Promise<void> {
  try {
    const sha256 = await saveExhibit({
      primitives,
      source,
      ...exhibit,
      onProgress: (done) =>
        void (status.textContent = t("bundle.page.saving", {
          percent: exhibit.size === 0 ? 100 : Math.floor((100 * done) / exhibit.size),
        })),
    });
    const fits = sha256 === exhibit.sha256;
    status.textContent = t(fits ? "bundle.page.saved" : "bundle.page.saved-other", { sha256 });
  } catch {
    status.textContent = t("bundle.page.not-saved");
  }
}

start();
