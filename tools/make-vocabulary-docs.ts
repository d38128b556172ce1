// Writes docs/vocabularies.md from the data: every term with its words, its codes elsewhere, source and date. A test holds
// the committed page against it. Run: `npm run vocabularies`.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { vocabularyPage, type TermPage, type VocabularyPage } from "@tocsin/cases";
import { createTranslator, english, type Translator } from "@tocsin/language";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { format } from "prettier";

const heading = `# Vocabularies

Made from the data by \`npm run vocabularies\`; a test holds this page against it. \`tocsin vocabulary\` shows the same, \`tocsin
vocabulary NAME --csv\` gives a table, and \`tocsin vocabulary NAME --find WORDS\` the terms that these words mean. In the desk
it is under "Words and codes".

- **Codes** are ours and stay: records that are written use them. A term stands under the term that its dotted code extends.
- **Words** are ours too, in every language of the interface. Who reviewed a language is said beside it; so far: nobody.
- **HURIDOCS** codes have twelve digits. "broader": the code stands for more than our term, because the list has none for it.
  "not known": the list may have a code, and our references do not give it. We invent none. The lists themselves are not
  shipped.
- **SDG** is the category of indicator 16.10.1 that a case could fall into, if it meets the conditions of the indicator. Our own
  record alone is never a verified case.
- **Commitments** are those that are reported of resolution 58/23; their ids are ours.
- **Looking for a term** takes its name, code, definition and example, and for acts what people call them ("deepfake",
  "doxx", names of products, in Latin or Arabic letters). Those words are ours, only searched, and incomplete.
- **Where the codes of a list are from** stands at its head, with the date and whether somebody outside checked it.
- No mapping and no advice here was checked by anybody outside; each says so in the data (\`checked: false\`).

## Terms of your own

Under a term of most vocabularies an organisation can add its own (\`tocsin term add\`, or the desk). Its code is the standard
code with a mark of its own: \`harassment.threat.local:0f3a9c2e\`. So everybody who reads it, also without your vault, knows
that it is a kind of \`harassment.threat\`; lists and counts find it there too. What it is called stands in your vault only, and
does not leave with an export. A term cannot move under another one later: retire it and add a new one. Vocabularies that rules
of the program hang on (roles, flags of risk, verification, consents and the like) take no terms of your own.

## Adding a language

Copy \`packages/language/src/messages/en/acts.json\`, \`terms.json\` and \`vocabularies.json\` into a folder of the new
language and translate the texts; French, Spanish and Arabic lie there whole.
`;

export async function vocabularyDocs(): Promise<string> {
  const translator = createTranslator("en", { en: english }, { isolate: false });
  const pages = [...createBuiltInRegistry().vocabularies.values()].map(vocabularyPage);
  const sections = pages.map((page) => sectionOf(page, translator));
  return format([heading, ...sections].join("\n"), { parser: "markdown", printWidth: 110 });
}

export async function makeVocabularyDocs(root: string): Promise<void> {
  await writeFile(join(root, "docs/vocabularies.md"), await vocabularyDocs());
}

function sectionOf(page: VocabularyPage, words: Translator): string {
  const { name, list, extensible, terms, from } = page;
  const each = `vocabulary.${name}.each`;
  return [
    `## ${words.t(`vocabulary.${name}`)} (\`${name}\`)`,
    "",
    [
      `${terms.length} terms`,
      ...(list === null ? [] : [`HURIDOCS list ${list}`]),
      ...(extensible ? ["takes terms of your own"] : []),
      `gone through on ${from.dates.join(", ")}`,
      `checked outside: ${words.t(`desk.words.checked.${from.checked}`)}`,
    ].join("; ") + `. ${from.sources.join(" ")}`,
    "",
    ...(words.has(each) ? [`Each of them: ${words.t(each)}`, ""] : []),
    ...terms.map((term) => `${"  ".repeat(term.depth)}- ${lineOf(page, term, words)}`),
    "",
  ].join("\n");
}

function lineOf({ name }: VocabularyPage, term: TermPage, words: Translator): string {
  const say = (part: string): string | null =>
    words.has(`${name}.${term.code}.${part}`) ? words.t(`${name}.${term.code}.${part}`) : null;
  const example = say("example");
  const facts = [
    ...term.crosswalk.map((entry) => {
      const suffix = entry.relation === "broader" ? " (broader)" : "";
      const none = `${words.t(`crosswalk.${entry.relation}`)}${entry.why === null ? "" : ` (${words.t(`crosswalk.why.${entry.why}`)})`}`;
      return `${words.t(`crosswalk.${entry.scheme}`)} ${entry.code === null ? none : `${entry.code}${suffix}`}`;
    }),
    ...(term.engages.length === 0 ? [] : [`engages ${term.engages.join(", ")}`]),
    ...(term.ask.length === 0 ? [] : [`ask: ${term.ask.join(", ")}`]),
  ];
  return [
    `\`${term.code}\` **${say("label") ?? term.code}**.`,
    say("definition"),
    example === null ? null : `_Example: ${example}_`,
    facts.length === 0 ? null : `${facts.join("; ")}.`,
  ]
    .filter((part) => part !== null)
    .join(" ");
}
