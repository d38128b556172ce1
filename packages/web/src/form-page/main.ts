// The page of a questionnaire: it asks, seals what was answered in the browser, and saves it as a file to hand over. It has
// no connections to make, and its content security policy allows none; it keeps nothing when it is closed.
import { nameInSentence } from "@tocsin/language";
import { encodeHex, encodeUtf8 } from "@tocsin/core";
import { leastConsent, parseForm, questionnaireText, type Form } from "@tocsin/voices";
import { createRecipientPrimitives } from "../crypto/recipient-primitives.ts";
import { element, facts, verbatim } from "../page-parts/elements.ts";
import { aboutYou, consentForAll, partsNeeded } from "./consent.ts";
import { keyOf, placesOf, said, type Page } from "./page.ts";
import { questionsOn } from "./questions.ts";
import { filledOn, save } from "./save.ts";
import { preferredLanguage, wordsOf } from "./words.ts";

const primitives = createRecipientPrimitives();

function start(): void {
  const form = parseForm(document.getElementById("form")?.textContent ?? "");
  if (form === null) {
    const { t } = wordsOf(navigator.language);
    document.body.replaceChildren(element("main", {}, element("h1", {}, t("form.page.not-a-form"))));
    return;
  }
  const page = createPage(form);
  addEventListener("beforeunload", (event) => {
    if (!page.isSaved && (page.typed.size > 0 || page.who.size > 0)) event.preventDefault();
  });
  for (const [event, isPrinted] of [
    ["beforeprint", true],
    ["afterprint", false],
  ] as const)
    addEventListener(event, () => {
      for (const paper of page.papers.values()) paper(isPrinted);
    });
  draw(page);
}

function createPage(form: Form): Page {
  const language = preferredLanguage(form.questionnaire, navigator.languages);
  return {
    form,
    digest: encodeHex(primitives.sha256(encodeUtf8(questionnaireText(form.questionnaire)))),
    language,
    words: wordsOf(language),
    writtenIn: language,
    typed: new Map(),
    times: new Map(),
    consent: { ...leastConsent, until: form.questionnaire.keepUntil ?? "" },
    own: new Map(),
    who: new Map(),
    answer: encodeHex(primitives.random(16)),
    edition: 0,
    isSaved: false,
    papers: new Map(),
    changed: () => undefined,
  };
}

/** Everything is made anew in the page's language; what was typed stays. */
function draw(page: Page): void {
  const { words } = page;
  document.documentElement.lang = page.language;
  document.documentElement.dir = words.direction;
  // The title of a window is seen by whoever looks on, and kept by the browser: it says nothing of what is asked.
  document.title = words.t("form.page.window");
  page.changed = () => undefined;
  document.body.replaceChildren(headerOf(page), mainOf(page));
  page.changed = () => {
    page.isSaved = false;
    showAsked(page);
  };
  showAsked(page);
}

/** Opens and closes what conditions say. What was typed into a question that closed stays until it opens again. */
function showAsked(page: Page): void {
  const { asking } = filledOn(page);
  for (const { id, type } of page.form.questionnaire.questions)
    if (type === "repeat") show(`q:${id}`, asking.isAsked(id));
  for (const place of placesOf(page)) {
    const { question, item } = place;
    show(`q:${keyOf(place)}`, item === null ? asking.isAsked(question) : asking.isAskedIn(question, item));
  }
  const parts = partsNeeded(page);
  for (const part of ["name", "organisation", "role", "region"]) show(`part:${part}`, parts.has(part));
}

function show(id: string, isShown: boolean): void {
  const shown = document.getElementById(id);
  if (shown !== null) shown.hidden = !isShown;
}

function headerOf(page: Page): HTMLElement {
  const { form, words } = page;
  const { questionnaire, from } = form;
  const { t } = words;
  const original = nameInSentence(questionnaire.languages[0] ?? "en", page.language);
  const notice = (key: string): HTMLElement =>
    element("p", { class: "notice" }, t(key, { language: original }));
  return element(
    "header",
    {},
    languageChoice(page),
    element("h1", {}, said(page, questionnaire.title)),
    from === "" ? null : element("p", {}, t("form.page.from", { name: from })),
    element("p", {}, said(page, questionnaire.about)),
    questionnaire.unreviewed.includes(page.language) ? notice("form.page.unreviewed") : null,
    hasFallback(page) ? notice("form.page.fallback") : null,
    element("p", { class: "notice" }, t("form.page.offline")),
    protection(page),
  );
}

function hasFallback({ form: { questionnaire }, language }: Page): boolean {
  const all = questionnaire.questions.flatMap((asked) =>
    asked.type === "repeat" ? [asked, ...asked.questions] : [asked],
  );
  const texts = [
    questionnaire.title,
    questionnaire.about,
    ...all.flatMap(({ text, why, help }) => [text, why, ...(help === undefined ? [] : [help])]),
    ...all.flatMap((asked) => (asked.type === "repeat" ? [] : asked.options.map(({ text }) => text))),
  ];
  return texts.some((each) => each[language] === undefined);
}

function languageChoice(page: Page): HTMLElement {
  const choice = element("select", { id: "language", autocomplete: "off" });
  for (const language of page.form.questionnaire.languages) {
    const option = element("option", { value: language, lang: language }, nameInSentence(language, language));
    option.selected = language === page.language;
    choice.append(option);
  }
  choice.addEventListener("change", () => {
    if (page.writtenIn === page.language) page.writtenIn = choice.value;
    page.language = choice.value;
    page.words = wordsOf(choice.value);
    draw(page);
    document.getElementById("language")?.focus();
  });
  return element("p", {}, element("label", { for: "language" }, page.words.t("form.page.language")), choice);
}

function protection({ words: { t }, form, digest }: Page): HTMLElement {
  const points = ["does", "device", "form", "host", "traces", "reader"];
  return element(
    "details",
    {},
    element("summary", {}, t("form.page.protect.title")),
    element("ul", {}, ...points.map((point) => element("li", {}, t(`form.page.protect.${point}`)))),
    facts([
      [
        t("form.page.recipients"),
        element("span", {}, ...form.recipients.map((each) => element("p", {}, verbatim(each)))),
      ],
      [t("form.page.asked"), verbatim(digest)],
    ]),
  );
}

function mainOf(page: Page): HTMLElement {
  const { t } = page.words;
  const outcome = element("div", { "aria-live": "polite" });
  const button = element("button", { type: "submit", class: "first" }, t("form.page.save"));
  const clear = element("button", { type: "button" }, t("form.page.clear"));
  clear.addEventListener("click", () => {
    if (confirm(t("form.page.clear.sure"))) empty(page);
  });
  const form = element(
    "form",
    { autocomplete: "off" },
    writtenIn(page),
    ...questionsOn(page),
    consentForAll(page),
    aboutYou(page),
    element("p", { class: "acts" }, button, clear),
  );
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(page, outcome, primitives);
  });
  return element("main", {}, form, outcome);
}

/** As if the page had been opened anew: another answer, by its name too. */
function empty(page: Page): void {
  for (const kept of [page.typed, page.times, page.own, page.who]) kept.clear();
  page.consent = { ...leastConsent, until: page.form.questionnaire.keepUntil ?? "" };
  page.answer = encodeHex(primitives.random(16));
  page.edition = 0;
  draw(page);
  document.getElementById("language")?.focus();
}

function writtenIn(page: Page): HTMLElement {
  const { t } = page.words;
  const choice = element("select", { id: "written-in", autocomplete: "off" });
  for (const language of [...page.form.questionnaire.languages, "und"]) {
    const name = language === "und" ? t("form.page.written-in.other") : nameInSentence(language, language);
    const option = element("option", { value: language }, name);
    option.selected = language === page.writtenIn;
    choice.append(option);
  }
  choice.addEventListener("change", () => {
    page.writtenIn = choice.value;
    page.isSaved = false;
  });
  return element("p", {}, element("label", { for: "written-in" }, t("form.page.written-in")), choice);
}

start();
