// Writes docs/commitments.md and docs/instruments.md from the data, and adds the digest of every version of an instrument
// that has none yet; one that is there is never changed. Tests hold all three against the data. Run: `npm run commitments`.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  commitments,
  criteria,
  engagementRules,
  loadBuiltInInstruments,
  meaningOf,
  notAdoptedRows,
  provisions,
  ratedLevels,
  resolutionSources,
  standards,
  versionName,
  type Condition,
  type Instrument,
  type PromiseRow,
  type Question,
  type QuestionSource,
  type SourceKey,
  type StandardRow,
} from "@tocsin/assess";
import { createTranslator, english, type Translator } from "@tocsin/language";
import { format } from "prettier";

const commitmentsHeading = `# Commitments

Made from the data by \`npm run commitments\`; a test holds this page against it. \`tocsin provision list\` shows the same.

- **The ids are ours.** Nobody here has seen the official text of resolution 58/23: no number of one of its paragraphs stands
  anywhere, and a test fails on one that does.
- **The words are ours**, after the sources that each row names; most of them could be read only in part. "Not compared" says
  that nobody held a row against the official text. So far nothing was compared.
- **Duty** (respect, protect, fulfil, follow up) is our assignment. **Strength** says what it can be held to. **Standing** is
  where the thing is in its text: adopted, in general words, indirect, weakened, lost, absent, asked for.
- What has the strength "no promise" is nobody's commitment: it stands here so that nobody takes it for adopted, and so that the
  next text can be asked for it.
- A place in a text marked "to be checked" was handed down to us and read in no source.
- **To engage** a commitment is to be held against it. No rule says that one was kept or broken.
`;

const instrumentsHeading = `# Instruments

Made from the data by \`npm run commitments\`; a test holds this page against it. \`tocsin instrument list\` and \`tocsin instrument
show\` show the same. An instrument is a form that people rate; one engine serves all of them.

## How rating works

1. \`tocsin assessment begin\` names an instrument, what is assessed and for which period. The version of the instrument is kept
   with it: a later version changes no answer.
2. Two raters each begin a sheet (\`rating begin\`), answer (\`rating answer\`) and close it (\`rating close\`). Every level needs
   reasons; for *no information* these say where somebody looked. The pages show nobody another's sheet before all are closed.
   **This is kept by the pages alone, until members have keys of their own: whoever can open the vault can read every record.**
3. Where raters differ, they settle it with reasons (\`assessment settle\`); the ratings stay as they were, and dissent is kept.
4. Whoever is assessed can be invited to reply until the end of a day in a time zone (\`reply invite\`). What comes is kept word
   for word (\`reply receive\`), also late; that nothing came is written down when the time is over (\`reply silence\`).
5. \`assessment finish\` makes it final. It takes two raters, or a reason why one is enough.

- **Levels are words.** There is no verdict in law, no sum, no mean, no rank. A distribution says how many of each level there
  are, within safeguards and within signs apart, and how much was rated at all ("4 of 7").
- ***No information* is never zero.** It is no rating, and stands beside the rated ones.
- **How far raters agreed** is Krippendorff's alpha, of what they chose before they talked: by rank without *no information*, and
  by word with it. With few questions it says little; it comes with the number of units.
- What the State or company itself gives as its reasons stands beside, for the whole and for each question.
- Evidence that would endanger somebody counts as a class ("2 confidential testimonies") and is not linked.

## An instrument of your own

\`tocsin instrument add --content @FILE\`, a JSON document of one instrument or a list. \`tocsin instrument check\` first tells every
fault by its place. An instrument with a fault is left out whole, because with a question less it would mean something else under
its version; the others of a list are kept.

| field          | what stands there                                                                                       |
| -------------- | ------------------------------------------------------------------------------------------------------- |
| \`id\`           | small letters, digits and hyphens                                                                       |
| \`version\`      | a whole number from 1; whatever changes what a rater reads is a new version                             |
| \`lang\`         | language of the texts                                                                                   |
| \`title\`, \`about\` | texts                                                                                                 |
| \`subjects\`     | what it is for: \`state\`, \`company\`, \`measure\`, \`proceeding\`                                             |
| \`commitments\`  | ids of commitments, your own among them by their reference                                              |
| \`questions\`    | each with \`id\`, \`text\`, \`help\`, \`evidence\`, \`sources\`, \`levels\`, and if need be \`scale\`, \`criteria\`, \`when\`, \`deadline\` |
| \`levels\`       | \`met\`, \`partly\` and \`not-met\`, each in words                                                           |
| \`sources\`      | \`{"key"}\` of a source of the program, or \`{"title", "url"}\`; \`place\`; \`"confirmed": true\` for what somebody read |
| \`when\`         | \`{"question", "is": [levels]}\`, or \`{"all": [...]}\`, or \`{"any": [...]}\`; no loops                        |
| \`scale\`        | \`safeguard\`, or \`sign\`: then *met* says that the sign is there                                          |
| \`translations\` | language to path (\`title\`, \`law.text\`, \`law.not-met\`) to text; no part of the meaning                   |
| \`unreviewed\` | languages whose translation a machine made and nobody has read: the screen says so |

The texts of the program's own instruments are in English. No lawyer has looked at them: each says so (\`checked: false\`).
`;

type Row = PromiseRow & Pick<StandardRow, "place" | "due" | "appliesTo">;

export async function commitmentDocs(): Promise<string> {
  const words = createTranslator("en", { en: english }, { isolate: false });
  const rows: readonly Row[] = [...commitments, ...notAdoptedRows, ...standards];
  const sections = provisions.flatMap(({ id, symbol, dated, sources }) => [
    `## ${words.t(`provision.${id}.label`)}`,
    "",
    `${symbol}${dated === ".." ? "" : `, ${dated}`}. ${words.t(`provision.${id}.text`)} ${citations(sources)}`,
    "",
    ...rows.filter(({ provision }) => provision === id).map((row) => promiseLine(row, words)),
    "",
  ]);
  const rules = engagementRules.map(({ id, kind, when, engages }) => {
    const conditions = when.map(
      ({ field, under, says }) =>
        `\`${field}\` ${under?.join(", ") ?? (says === undefined ? "is there" : `says ${says.join(", ")}`)}`,
    );
    return `| \`${id}\` | ${kind} | ${conditions.join("; ")} | ${engages.join(", ")} |`;
  });
  return format(
    [
      commitmentsHeading,
      ...sections,
      "## Criteria",
      "",
      ...criteria.map(
        ({ id, part, commitments: of, sources, confirmed }) =>
          `- \`${id}\` ${words.t(`criterion.${id}.text`)} ${part}, of ${of.join(", ")}. ${confirmed ? "" : "**To be checked**: read in no source. "}${citations(sources)}`,
      ),
      "",
      "## What engages commitments",
      "",
      "What acts engage stands in the vocabulary of acts (`docs/vocabularies.md`). Commitments that are for a group of States are",
      "engaged only where the country of the record is one of them. A person can add or refuse each, with a reason",
      "(`tocsin engagement decide`); what was refused is not linked again.",
      "",
      "| rule | of | when | engages |",
      "| --- | --- | --- | --- |",
      ...rules,
      "",
    ].join("\n"),
    { parser: "markdown", printWidth: 110 },
  );
}

function promiseLine(row: Row, words: Translator): string {
  const { id, addressee, duty, strength, standing, sources, checked, place, due, appliesTo } = row;
  const facts = [
    `to: ${words.t(`addressees.${addressee}.label`)}`,
    `duty: ${words.t(`duties.${duty}.label`)}`,
    `strength: ${words.t(`strengths.${strength}.label`)}`,
    `standing: ${words.t(`standings.${standing}.label`)}`,
    ...(place === undefined ? [] : [`${place.text}${place.confirmed ? "" : " (to be checked)"}`]),
    ...(due === undefined ? [] : [`due ${due}`]),
    ...(appliesTo === undefined ? [] : [`for States of the group \`${appliesTo}\``]),
    checked ? "compared" : "not compared",
  ];
  const text = words.t(`commitment.${id}.text`);
  return `- \`${id}\` **${words.t(`commitment.${id}.label`)}**. ${text} ${facts.join("; ")}. ${citations(sources)}`;
}

function citations(keys: readonly SourceKey[]): string {
  return `Sources: ${keys.map((key) => `[${resolutionSources[key].title}](${encodeURI(resolutionSources[key].url)})`).join("; ")}.`;
}

export async function instrumentDocs(): Promise<string> {
  const { instruments } = await loadBuiltInInstruments();
  return format([instrumentsHeading, ...instruments.map(instrumentSection)].join("\n"), {
    parser: "markdown",
    printWidth: 110,
  });
}

function instrumentSection(instrument: Instrument): string {
  const { title, about, subjects, questions } = instrument;
  return [
    `## ${title}`,
    "",
    `\`${versionName(instrument)}\`, for: ${subjects.join(", ")}. Commitments: ${instrument.commitments.join(", ")}. ${about}`,
    "",
    ...questions.flatMap((question, at) => questionLines(question, at + 1)),
    "",
  ].join("\n");
}

function questionLines(question: Question, number: number): readonly string[] {
  const { id, text, help, evidence, sources, levels, scale, when, deadline, criteria: named } = question;
  const marks = [
    ...(scale === "sign" ? ["a sign"] : []),
    ...(deadline ? ["with a deadline"] : []),
    ...(named.length === 0 ? [] : [named.join(", ")]),
    ...(when === undefined ? [] : [`asked if ${conditionText(when)}`]),
  ];
  return [
    `${number}. **${text}** (\`${id}\`${marks.length === 0 ? "" : `; ${marks.join("; ")}`}) ${help}`,
    ...ratedLevels.map((level) => `   - _${level}_: ${levels[level]}`),
    `   - Evidence: ${evidence} Sources: ${sources.map(sourceText).join("; ")}.`,
  ];
}

function conditionText(condition: Condition): string {
  if ("all" in condition) return `(${condition.all.map(conditionText).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map(conditionText).join(" or ")})`;
  return `\`${condition.question}\` is ${condition.is.join(" or ")}`;
}

function sourceText(source: QuestionSource): string {
  const title = "key" in source ? `\`${source.key}\`` : source.title;
  return `${title}${source.place === undefined ? "" : `, ${source.place}`}${source.confirmed ? "" : " (to be checked)"}`;
}

const digestsFile = "packages/assess/src/instruments/built-in/digests.json";

export async function makeCommitmentDocs(root: string): Promise<void> {
  await writeFile(join(root, "docs/commitments.md"), await commitmentDocs());
  await writeFile(join(root, "docs/instruments.md"), await instrumentDocs());
  const known = JSON.parse(await readFile(join(root, digestsFile), "utf8")) as Readonly<
    Record<string, string>
  >;
  const { instruments } = await loadBuiltInInstruments();
  const found = instruments.map((each) => [
    versionName(each),
    createHash("sha256").update(meaningOf(each)).digest("hex"),
  ]);
  const all: Readonly<Record<string, string>> = { ...Object.fromEntries(found), ...known };
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(root, digestsFile), `${JSON.stringify(sorted, null, 2)}\n`);
}
