// Saving: what needs another look is said where it stands and linked from one place; otherwise the sealed file goes to the
// browser, which asks or keeps it where it keeps downloads.
import { readFilling, type Filled } from "@tocsin/voices";
import { element, facts, verbatim } from "../page-parts/elements.ts";
import { keyOf, placesOf, type Page } from "./page.ts";
import { dayIn, sealAnswers, type Sealing } from "./seal.ts";

export function filledOn(page: Page): Filled {
  const typed = placesOf(page).flatMap((place) => {
    const found = page.typed.get(keyOf(place));
    return found === undefined ? [] : [{ ...place, typed: found }];
  });
  return readFilling(page.form.questionnaire, typed);
}

export function save(page: Page, outcome: HTMLElement, primitives: Sealing): void {
  const filled = filledOn(page);
  const faults = faultsOn(page, filled);
  mark(page, faults);
  if (faults.length > 0) showFaults(page, outcome, faults);
  else if (filled.answers.length === 0) tell(outcome, page.words.t("form.page.nothing"));
  else seal(page, outcome, { filled, primitives });
}

interface Fault {
  /** Of the field; of choices there are several under the name `key`. */
  readonly id: string;
  readonly key: string;
  readonly text: string;
}

function faultsOn(page: Page, { problems, answers }: Filled): readonly Fault[] {
  const { t } = page.words;
  const consents = [
    { key: "all", until: page.consent.until },
    ...answers.flatMap((answer) => {
      const own = page.own.get(keyOf(answer));
      return own === undefined ? [] : [{ key: keyOf(answer), until: own.until }];
    }),
  ];
  return [
    ...problems.map(({ problem, most, ...place }) => ({
      id: `a:${keyOf(place)}`,
      key: keyOf(place),
      text: t(`form.page.problem.${problem}`, { most }),
    })),
    ...consents
      .filter(({ until }) => until.trim() !== "" && dayIn(until) === null)
      .map(({ key }) => ({ id: `until:${key}`, key: `until:${key}`, text: t("form.page.problem.bad-day") })),
  ];
}

function fieldsOf({ id, key }: Fault): readonly HTMLElement[] {
  const field = document.getElementById(id);
  return field === null ? [...document.getElementsByName(key)] : [field];
}

function mark(page: Page, faults: readonly Fault[]): void {
  for (const shown of document.querySelectorAll("[id^='problem:']")) shown.replaceChildren();
  for (const each of document.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  for (const fault of faults) {
    document.getElementById(`problem:${fault.key}`)?.append(fault.text);
    for (const field of fieldsOf(fault)) field.setAttribute("aria-invalid", "true");
  }
}

function showFaults({ words: { t } }: Page, outcome: HTMLElement, faults: readonly Fault[]): void {
  const links = faults.map((fault) => {
    const { id, key, text } = fault;
    const question = document.getElementById(`q:${key}`)?.querySelector("label, legend")?.textContent ?? "";
    const link = element("a", { href: `#${id}` }, question === "" ? text : `${question} · ${text}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const [field] = fieldsOf(fault);
      const own = field?.closest("details");
      if (own) own.open = true;
      field?.focus();
    });
    return element("li", {}, link);
  });
  tell(outcome, t("form.page.problems", { count: faults.length }), element("ul", {}, ...links));
}

function tell(outcome: HTMLElement, text: string, ...more: readonly HTMLElement[]): void {
  const heading = element("h2", { tabindex: "-1", class: "fails" }, text);
  outcome.replaceChildren(heading, ...more);
  heading.focus();
}

function seal(
  page: Page,
  outcome: HTMLElement,
  { filled, primitives }: { readonly filled: Filled; readonly primitives: Sealing },
): void {
  const { t } = page.words;
  try {
    page.edition += 1;
    const { bytes, fileName, sha256 } = sealAnswers(primitives, page, filled);
    download(bytes, fileName);
    page.isSaved = true;
    const heading = element("h2", { tabindex: "-1", class: "holds" }, t("form.page.saved"));
    outcome.replaceChildren(
      heading,
      facts([
        [t("form.page.saved.file"), verbatim(fileName)],
        [t("form.page.saved.sha256"), verbatim(sha256)],
      ]),
      element("p", {}, t("form.page.saved.next")),
    );
    heading.focus();
  } catch {
    tell(outcome, t("form.page.failed"));
  }
}

function download(bytes: Uint8Array<ArrayBuffer>, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
