// `tocsin vocabulary`: the lists of terms, a list as a tree, or one term with everything that is known of it. No vault needed.
import { vocabularyPage, type CrosswalkEntry, type TermPage, type VocabularyPage } from "@tocsin/cases";
import { isMeant } from "@tocsin/language";
import { csvOf } from "@tocsin/publish";
import { definitionKeys } from "@tocsin/records";
import { usage, type Call } from "../call.ts";

export async function showVocabulary(call: Call): Promise<undefined> {
  const { vocabularies } = await call.parts.registry();
  const [name, code] = call.args;
  const isCsv = call.options["csv"] === true;
  if (name === undefined) {
    if (isCsv) throw usage("--csv needs the name of a vocabulary");
    return listVocabularies(call, [...vocabularies.values()].map(vocabularyPage));
  }
  const vocabulary = vocabularies.get(name);
  if (vocabulary === undefined) throw usage(`no vocabulary is called "${name}"`);
  const page = vocabularyPage(vocabulary);
  if (code !== undefined) return showTerm(call, page, termCalled(page, code));
  const shown = { ...page, terms: found(call, page) };
  if (isCsv) return writeCsv(call, shown);
  if (call.json) await call.give(shown.terms.map((term) => withWords(call, page.name, term)));
  else await writeTree(call, shown);
}

/** The terms that `--find` means: every word of it stands in the term's label, code, definition, example or other names. */
function found(call: Call, { name, terms }: VocabularyPage): readonly TermPage[] {
  const typed = call.options["find"];
  if (typeof typed !== "string") return terms;
  return terms.filter((term) => {
    const { label, code, definition, example, also } = withWords(call, name, term);
    return isMeant([label, code, definition, example, also].join(" "), typed);
  });
}

async function writeTree(call: Call, page: VocabularyPage): Promise<void> {
  const { t } = call.translator;
  for (const term of page.terms) await call.say(treeLine(call, page, term));
  const { sources, dates, checked } = page.from;
  if (sources.length === 0) return;
  await call.say(`\n${t("desk.words.from")}: ${sources.join(" ")}`);
  await call.say(`${t("desk.words.dated")}: ${dates.join(", ")}`);
  await call.say(`${t("desk.words.checked")}: ${t(`desk.words.checked.${checked}`)}`);
}

function termCalled(page: VocabularyPage, code: string): TermPage {
  const term = page.terms.find((each) => each.code === code);
  if (term === undefined) throw usage(`"${page.name}" has no term "${code}"`);
  return term;
}

async function listVocabularies(call: Call, pages: readonly VocabularyPage[]): Promise<undefined> {
  if (call.json) {
    await call.give(
      pages.map(({ name, list, extensible, terms }) => ({ name, list, extensible, terms: terms.length })),
    );
    return;
  }
  const { t } = call.translator;
  for (const { name, list, terms } of pages)
    await call.say(
      `${name.padEnd(22)} ${String(terms.length).padStart(4)}  ${t(`vocabulary.${name}`)}${list === null ? "" : ` (HURIDOCS ${list})`}`,
    );
}

function treeLine(call: Call, { name }: VocabularyPage, { code, depth }: TermPage): string {
  const text = textOf(call, `${name}.${code}.label`) ?? code;
  return `${"  ".repeat(depth)}${text}  [${code}]`;
}

async function showTerm(call: Call, page: VocabularyPage, term: TermPage): Promise<undefined> {
  const known = withWords(call, page.name, term);
  if (call.json) {
    await call.give({ vocabulary: page.name, list: page.list, ...known });
    return;
  }
  const { t } = call.translator;
  const lines: readonly (readonly [string, string | null])[] = [
    ["desk.words.definition", known.definition],
    ["desk.words.example", known.example],
    ...term.crosswalk.map((entry) => ["desk.words.crosswalk", crosswalkWords(call, page, entry)] as const),
    ["desk.words.engages", term.engages.map((id) => `${id} ${t(`commitment.${id}.label`)}`).join("; ")],
    ["desk.words.first", known.first],
    ["desk.words.ask", term.ask.map((helper) => t(`helpers.${helper}.label`)).join(", ")],
    ["desk.words.source", term.source],
    ["desk.words.dated", term.dated],
    ["desk.words.checked", t(`desk.words.checked.${term.checked ? "yes" : "no"}`)],
    ["desk.words.reviewed", known.reviewed],
  ];
  await call.say(`${known.label}  [${page.name} ${term.code}]`);
  for (const [key, text] of lines) if (text !== null && text !== "") await call.say(`  ${t(key)}: ${text}`);
}

/** `HURIDOCS L4: 020103030000 (stands for more than our term)`. */
function crosswalkWords(
  { translator: { t } }: Call,
  { list }: VocabularyPage,
  entry: CrosswalkEntry,
): string {
  const { scheme, code, relation, why } = entry;
  const name = `${t(`crosswalk.${scheme}`)}${scheme === "huridocs" && list !== null ? ` ${list}` : ""}`;
  if (code !== null) return `${name}: ${code}${relation === "broader" ? ` (${t("crosswalk.broader")})` : ""}`;
  return `${name}: ${t(`crosswalk.${relation}`)}${why === null ? "" : ` (${t(`crosswalk.why.${why}`)})`}`;
}

interface Known extends TermPage {
  readonly label: string;
  readonly definition: string | null;
  readonly example: string | null;
  readonly first: string | null;
  readonly reviewed: string;
}

function withWords(call: Call, vocabulary: string, term: TermPage): Known {
  const word = (part: string): string | null => textOf(call, `${vocabulary}.${term.code}.${part}`);
  return {
    ...term,
    label: word("label") ?? term.code,
    definition: definitionOf(call, vocabulary, term.code),
    example: word("example"),
    first: term.steps === null ? null : textOf(call, `${vocabulary}.${term.steps}.first`),
    reviewed: call.translator.t(reviewedKey(vocabulary)),
  };
}

function definitionOf(call: Call, vocabulary: string, code: string): string | null {
  const key = definitionKeys(vocabulary, code).find((each) => call.translator.has(each));
  return key === undefined ? null : call.translator.t(key);
}

/** Names of countries come from elsewhere than our other words. */
function reviewedKey(vocabulary: string): string {
  const isNames = vocabulary === "countries" || vocabulary === "areas";
  return isNames ? "meta.reviewed.countries" : "meta.reviewed.vocabularies";
}

function textOf({ translator }: Call, key: string): string | null {
  return translator.has(key) ? translator.t(key) : null;
}

async function writeCsv(call: Call, page: VocabularyPage): Promise<undefined> {
  const schemes = [...new Set(page.terms.flatMap(({ crosswalk }) => crosswalk.map(({ scheme }) => scheme)))];
  const columns = [
    "vocabulary",
    "code",
    "parent",
    "label",
    "definition",
    "example",
    ...schemes.flatMap((scheme) => [scheme, `${scheme} relation`, `${scheme} why none`]),
    "engages",
    "ask",
    "source",
    "dated",
    "checked",
    "reviewed",
  ];
  const rows = page.terms.map((term) => {
    const { label, definition, example, reviewed } = withWords(call, page.name, term);
    const entries = schemes.map((scheme) => term.crosswalk.find((entry) => entry.scheme === scheme));
    return [
      page.name,
      term.code,
      term.parent,
      label,
      definition,
      example,
      ...entries.flatMap((entry) => [entry?.code ?? null, entry?.relation ?? null, entry?.why ?? null]),
      term.engages.join(" "),
      term.ask.join(" "),
      term.source,
      term.dated,
      term.checked,
      reviewed,
    ];
  });
  await call.parts.terminal.out(csvOf({ columns, rows }));
}
