// What `tocsin questionnaire` does: a form out, answers in. Files of answers are read and never changed.
import { createHash } from "node:crypto";
import { mkdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { encodeUtf8 } from "@tocsin/core";
import { createNodePrimitives } from "@tocsin/node";
import {
  fillForm,
  parseQuestionnaire,
  questionnaireToJson,
  questionsOf,
  type VoiceProblem,
} from "@tocsin/voices";
import {
  encodeXlsForm,
  formSite,
  makeQuestionnaire,
  openAnswerImport,
  WorkspaceError,
  type ImportedAnswer,
  type XlsFormRead,
} from "@tocsin/workspace";
import { listOption, requiredOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";
import { refuseTaken, writeNewFile } from "../outputs/files.ts";
import { withProgram } from "../vault/open.ts";
import { builtIn, contentIn, contentOf, fileIn, remarkLine } from "./content.ts";

/** Of a sealed file: more than any answer, opened, and its tags. */
const mostAnswerFile = 4_300_000;

export async function makeForm(call: Call): Promise<undefined> {
  const target = resolve(requiredOption(call, "out", "--out FILE"));
  await makeInto(call, target, async ({ bytes }) => writeNewFile(target, bytes));
}

/** A folder for any host of files, with the same page in it. */
export async function makeSite(call: Call): Promise<undefined> {
  const target = resolve(requiredOption(call, "out", "--out FOLDER"));
  const { t } = call.translator;
  await makeInto(call, target, async ({ filled, sha256 }) => {
    await mkdir(target, { mode: 0o700 });
    const readMe = [
      t("voices.site.read-me.what"),
      ...["files", "see", "check", "again"].map((each) => `- ${t(`voices.site.read-me.${each}`)}`),
      `SHA-256 index.html: ${sha256}`,
    ];
    for (const { name, bytes } of formSite({ page: filled, sha256, readMe }))
      await writeNewFile(join(target, name), bytes);
  });
  call.talk(t("voices.site.made"));
}

interface Written {
  readonly filled: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

async function makeInto(
  call: Call,
  target: string,
  write: (written: Written) => Promise<void>,
): Promise<void> {
  const content = await contentOf(call);
  const page = await pageOf(call);
  await refuseTaken(target);
  await withProgram(call, async ({ workspace }) => {
    const { t } = call.translator;
    const made = await makeQuestionnaire(workspace, {
      content,
      from: stringOption(call, "from") ?? "",
      recipients: listOption(call, "recipient"),
      primitives: createNodePrimitives(),
    });
    const filled = fillForm(page, made.form);
    if (filled === null) throw usage("the built page has no place for a questionnaire");
    const bytes = encodeUtf8(filled);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await write({ filled, bytes, sha256 });
    const { record, digest, isKnown } = made;
    if (call.json) await call.give({ record, path: target, sha256, bytes: bytes.length, digest, isKnown });
    else await call.say(target);
    call.talk(`${t("voices.made")} ${sha256}`);
    if (isKnown) call.talk(t("voices.made.again"));
    const { unreviewed } = made.form.questionnaire;
    if (unreviewed.length > 0) call.talk(t("voices.made.unreviewed", { languages: unreviewed.join(", ") }));
  });
}

/** The page lies beside the program; without the build there is none. */
async function pageOf({ parts }: Call): Promise<string> {
  const path = parts.places.form;
  const page = path === undefined ? null : await readFile(path, "utf8").catch(() => null);
  if (page === null) throw usage("the page of forms was not built: npm run build makes it");
  return page;
}

/** As JSON where the file is an XLSForm, as an XLSForm where it is JSON. */
export async function convertFile(call: Call): Promise<undefined> {
  const target = resolve(requiredOption(call, "out", "--out FILE"));
  await refuseTaken(target);
  const path = wordOf(call, 0);
  const { questionnaire, problems } = parseQuestionnaire(await contentIn(call, path));
  if (questionnaire === null) {
    for (const each of problems) call.talk(problemLine(call, each));
    throw badQuestionnaire(problems);
  }
  const isWorkbook = target.toLowerCase().endsWith(".xlsx");
  const json = `${JSON.stringify(questionnaireToJson(questionnaire), null, 2)}\n`;
  await writeNewFile(target, isWorkbook ? encodeXlsForm(questionnaire) : encodeUtf8(json));
  if (call.json) await call.give({ path: target });
  else await call.say(target);
}

function badQuestionnaire(problems: readonly VoiceProblem[]): WorkspaceError {
  const [first] = problems;
  return new WorkspaceError("workspace.bad-questionnaire", "Cannot convert questionnaire: it is not whole", {
    details: { count: problems.length, place: first?.place ?? "", problem: first?.problem ?? "" },
  });
}

export async function checkFile(call: Call): Promise<number> {
  const path = wordOf(call, 0);
  const read = await fileIn(path);
  if (read.form !== null) return checkXlsForm(call, basename(path), read.form);
  const { questionnaire, problems } = parseQuestionnaire(read.json);
  const { t } = call.translator;
  if (call.json) await call.give({ isWhole: questionnaire !== null, problems });
  else if (questionnaire === null) for (const each of problems) await call.say(problemLine(call, each));
  else
    await call.say(
      t("voices.whole", {
        questions: questionsOf(questionnaire).length,
        languages: questionnaire.languages.join(", "),
      }),
    );
  return questionnaire === null ? exitCodes.found : exitCodes.done;
}

/** Each fault, and each thing that would be left out, by its cell. */
async function checkXlsForm(call: Call, name: string, form: XlsFormRead): Promise<number> {
  const { t } = call.translator;
  const { questionnaire, faults, leftOut } = form;
  if (call.json) await call.give({ isWhole: questionnaire !== null, faults, leftOut });
  else {
    for (const each of faults) await call.say(remarkLine(name, each, t(`voices.xlsform.fault.${each.kind}`)));
    for (const each of leftOut)
      await call.say(remarkLine(name, each, t(`voices.xlsform.left-out.${each.kind}`)));
    if (questionnaire !== null)
      await call.say(
        t("voices.whole", {
          questions: questionsOf(questionnaire).length,
          languages: questionnaire.languages.join(", "),
        }),
      );
  }
  return questionnaire === null ? exitCodes.found : exitCodes.done;
}

function problemLine({ translator: { t } }: Call, { place, problem, what }: VoiceProblem): string {
  const named = what.length === 0 ? "" : `: ${what.join(" → ")}`;
  return `${place === "" ? "·" : place}  ${t(`voices.problem.${problem}`)}${named}`;
}

export async function showBuiltIn(call: Call): Promise<undefined> {
  await call.give(await builtIn(call.args[0]));
}

interface Told {
  readonly file: string;
  readonly outcome: ImportedAnswer;
}

/** Ends with `found` where a file was refused; the others are taken all the same. */
export async function importFiles(call: Call): Promise<number> {
  return withProgram(call, async ({ workspace }) => {
    const how = stringOption(call, "how");
    const intake = await openAnswerImport(workspace, {
      primitives: createNodePrimitives(),
      signal: call.signal,
      ...(how === undefined ? {} : { how }),
    });
    const told: Told[] = [];
    try {
      for (const [at, path] of call.args.entries()) {
        call.progress.show({ done: at, total: call.args.length, unit: "steps", at: basename(path) });
        const outcome = await intake.take({ name: basename(path), bytes: await answerBytes(path) });
        told.push({ file: path, outcome });
        if (!call.json) await tell(call, path, outcome);
      }
    } finally {
      call.progress.end();
      intake.close();
    }
    const sums = sumsOf(told);
    if (call.json)
      await call.give({ files: told.map(({ file, outcome }) => ({ file, ...outcome })), ...sums });
    call.talk(call.translator.t("voices.sum", { ...sums }));
    return sums.refused > 0 ? exitCodes.found : exitCodes.done;
  });
}

async function answerBytes(path: string): Promise<Uint8Array | null> {
  return (await stat(path)).size > mostAnswerFile ? null : readFile(path);
}

async function tell(call: Call, path: string, outcome: ImportedAnswer): Promise<void> {
  const { t } = call.translator;
  const name = basename(path);
  if (outcome.outcome === "known")
    return call.say(`${name}  ${t("voices.known", { reference: outcome.record })}`);
  if (outcome.outcome === "taken") {
    await call.say(`${name}  ${t("voices.taken", { reference: outcome.record })}`);
    if (outcome.alike !== null) await call.say(`  ${t("voices.alike")}: ${outcome.alike}`);
    else if (outcome.earlier !== null) await call.say(`  ${t("voices.earlier")}: ${outcome.earlier}`);
    return;
  }
  await call.say(`${name}  ${t(`voices.refused.${outcome.reason}`)} ${t("voices.left-alone")}`);
  for (const each of outcome.problems.slice(0, 10)) await call.say(`  ${problemLine(call, each)}`);
}

type Sums = Readonly<Record<"taken" | "known" | "refused" | "alike", number>>;

function sumsOf(told: readonly Told[]): Sums {
  const count = (isOne: (outcome: ImportedAnswer) => boolean): number =>
    told.filter(({ outcome }) => isOne(outcome)).length;
  return {
    taken: count(({ outcome }) => outcome === "taken"),
    known: count(({ outcome }) => outcome === "known"),
    refused: count(({ outcome }) => outcome === "refused"),
    alike: count((each) => each.outcome === "taken" && each.alike !== null),
  };
}
