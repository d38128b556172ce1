// The questionnaire that a command is given: one of the program's own, a file of JSON, or an XLSForm.
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { parseUtf8 } from "@tocsin/core";
import { builtInQuestionnaires, loadBuiltInQuestionnaire, questionnaireToJson } from "@tocsin/voices";
import { readXlsForm, WorkspaceError, type XlsFormRead, type XlsRemark } from "@tocsin/workspace";
import { stringOption, usage, type Call } from "../call.ts";

const mostContentBytes = 1_048_576;
const mostWorkbookBytes = 8_388_608;

/** Throws `cli.usage`, and `workspace.bad-questionnaire` for an XLSForm that something keeps out. */
export async function contentOf(call: Call): Promise<unknown> {
  const path = stringOption(call, "content");
  const name = stringOption(call, "builtIn");
  if (path !== undefined && name !== undefined)
    throw usage("--content and --built-in name two questionnaires");
  return path === undefined ? builtIn(name) : contentIn(call, path);
}

/** Throws `cli.usage` for a name that none has. */
export async function builtIn(name: string = builtInQuestionnaires[0]): Promise<unknown> {
  const questionnaire = await loadBuiltInQuestionnaire(name);
  if (questionnaire === null) throw usage(`the program's own are ${builtInQuestionnaires.join(", ")}`);
  return questionnaireToJson(questionnaire);
}

/** A file of JSON as it is; an XLSForm as the questionnaire that it is, with what was left out told. */
export async function contentIn(call: Call, path: string): Promise<unknown> {
  const read = await fileIn(path);
  if (read.form === null) return read.json;
  const { questionnaire, faults } = read.form;
  await tellRemarks(call, basename(path), read.form);
  if (questionnaire !== null) return questionnaireToJson(questionnaire);
  const [first] = faults;
  throw new WorkspaceError("workspace.bad-questionnaire", "Cannot read XLSForm: something keeps it out", {
    details: {
      count: faults.length,
      place: first === undefined ? "" : `${first.sheet} ${first.column}${first.row}`,
      problem: first?.kind ?? "",
    },
  });
}

export type ContentFile = { readonly form: XlsFormRead } | { readonly form: null; readonly json: unknown };

/** Throws `cli.usage` for what is neither JSON nor a workbook, `formats.bad-table` for a workbook that is damaged. */
export async function fileIn(path: string): Promise<ContentFile> {
  const { size } = await stat(path);
  if (size > mostWorkbookBytes) throw usage("a questionnaire has at most 1 MiB, as a workbook 8 MiB");
  const bytes = await readFile(path);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { form: readXlsForm(bytes) };
  if (size > mostContentBytes) throw usage("a questionnaire has at most 1 MiB");
  try {
    return { form: null, json: JSON.parse(parseUtf8(bytes)) };
  } catch {
    throw usage("a questionnaire is a file of JSON, or an XLSForm (.xlsx)");
  }
}

/** Talk, beside what the command gives: `survey D4`, and why. */
async function tellRemarks(call: Call, name: string, { faults, leftOut }: XlsFormRead): Promise<void> {
  const { t } = call.translator;
  for (const each of faults) call.talk(remarkLine(name, each, t(`voices.xlsform.fault.${each.kind}`)));
  for (const each of leftOut) call.talk(remarkLine(name, each, t(`voices.xlsform.left-out.${each.kind}`)));
}

export function remarkLine(
  name: string,
  { sheet, row, column, what }: XlsRemark<string>,
  said: string,
): string {
  const cell = row === 0 ? column : `${column}${row}`;
  return `${name} ${sheet}${cell === "" ? "" : ` ${cell}`}  ${said}${what.length === 0 ? "" : `: ${what.join(" → ")}`}`;
}
