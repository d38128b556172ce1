// What `tocsin questionnaire` does: a form out, answers in. Files of answers are read and never changed.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import { createNodePrimitives } from "@tocsin/node";
import {
  builtInQuestionnaires,
  fillForm,
  loadBuiltInQuestionnaire,
  parseQuestionnaire,
  questionnaireToJson,
  questionsOf,
  type VoiceProblem,
} from "@tocsin/voices";
import { makeQuestionnaire, openAnswerImport, type ImportedAnswer } from "@tocsin/workspace";
import { listOption, requiredOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";
import { refuseTaken, writeNewFile } from "../outputs/files.ts";
import { withProgram } from "../vault/open.ts";

const mostContentBytes = 1_048_576;
/** Of a sealed file: more than any answer, opened, and its tags. */
const mostAnswerFile = 4_300_000;

export async function makeForm(call: Call): Promise<undefined> {
  const target = resolve(requiredOption(call, "out", "--out FILE"));
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
    await writeNewFile(target, bytes);
    const { record, digest, isKnown } = made;
    if (call.json) await call.give({ record, path: target, sha256, bytes: bytes.length, digest, isKnown });
    else await call.say(target);
    call.talk(`${t("voices.made")} ${sha256}`);
    if (isKnown) call.talk(t("voices.made.again"));
    const { unreviewed } = made.form.questionnaire;
    if (unreviewed.length > 0) call.talk(t("voices.made.unreviewed", { languages: unreviewed.join(", ") }));
  });
}

async function contentOf(call: Call): Promise<unknown> {
  const path = stringOption(call, "content");
  const name = stringOption(call, "builtIn");
  if (path !== undefined && name !== undefined)
    throw usage("--content and --built-in name two questionnaires");
  return path === undefined ? builtIn(name) : jsonFile(path);
}

/** Throws `cli.usage` for a name that none has. */
async function builtIn(name: string = builtInQuestionnaires[0]): Promise<unknown> {
  const questionnaire = await loadBuiltInQuestionnaire(name);
  if (questionnaire === null) throw usage(`the program's own are ${builtInQuestionnaires.join(", ")}`);
  return questionnaireToJson(questionnaire);
}

/** Throws `cli.usage` for what is no JSON. */
async function jsonFile(path: string): Promise<unknown> {
  if ((await stat(path)).size > mostContentBytes) throw usage("a questionnaire has at most 1 MiB");
  try {
    return JSON.parse(parseUtf8(await readFile(path)));
  } catch {
    throw usage("a questionnaire is a file of JSON");
  }
}

/** The page lies beside the program; without the build there is none. */
async function pageOf({ parts }: Call): Promise<string> {
  const path = parts.places.form;
  const page = path === undefined ? null : await readFile(path, "utf8").catch(() => null);
  if (page === null) throw usage("the page of forms was not built: npm run build makes it");
  return page;
}

export async function checkFile(call: Call): Promise<number> {
  const { questionnaire, problems } = parseQuestionnaire(await jsonFile(wordOf(call, 0)));
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
