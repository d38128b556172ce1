// The rows of an XLSForm: questions, repeats and groups. A group is no part of a questionnaire here; its condition goes over to
// what stands in it.
import { isJsonObject, type Json, type JsonObject } from "@tocsin/core";
import type { Condition } from "@tocsin/voices";
import { textsIn, type Lists } from "./choices.ts";
import { textColumns } from "./columns.ts";
import { columnNamed, placeOf, valueOf, type GridRow } from "./grid.ts";
import { isOwnName, nameHere } from "./names.ts";
import { relevantToCondition } from "./relevant.ts";
import type { Reading } from "./reading.ts";
import { typeIn, type RowType } from "./types.ts";

interface Open {
  readonly what: "group" | "repeat";
  readonly row: GridRow;
  readonly when: Condition | null;
}

interface Survey {
  readonly reading: Reading;
  readonly lists: Lists;
  readonly open: Open[];
  readonly questions: JsonObject[];
  /** Of the repeat that is open. */
  within: Json[] | null;
  about: JsonObject | null;
}

export function readSurvey(
  reading: Reading,
  lists: Lists,
): { readonly about: JsonObject; readonly questions: readonly JsonObject[] } {
  const { survey: grid, remarks, places } = reading;
  for (const name of ["type", "name"])
    if (columnNamed(grid, name) === undefined) remarks.fault(placeOf(grid, null), "no-column", name);
  const survey: Survey = { reading, lists, open: [], questions: [], within: null, about: null };
  places.set("questions", placeOf(grid, null));
  places.set("about", placeOf(grid, null));
  for (const row of grid.rows) takeRow(survey, row);
  for (const { row } of survey.open)
    remarks.fault(placeOf(grid, row, columnNamed(grid, "type")), "unclosed", valueOf(grid, row, "name"));
  return { about: survey.about ?? {}, questions: survey.questions };
}

function takeRow(survey: Survey, row: GridRow): void {
  const { survey: grid, remarks } = survey.reading;
  const raw = valueOf(grid, row, "type");
  const appearance = valueOf(grid, row, "appearance");
  if (appearance !== "" && appearance !== "multiline")
    remarks.leaveOut(placeOf(grid, row, columnNamed(grid, "appearance")), "shown", appearance);
  const place = placeOf(grid, row, columnNamed(grid, "type"));
  const type = typeIn(raw, appearance);
  if (type === null) return remarks.fault(place, "type", raw === "" ? valueOf(grid, row, "name") : raw);
  switch (type.what) {
    case "note":
      return takeNote(survey, row);
    case "collected":
      return remarks.leaveOut(place, "collected", raw, valueOf(grid, row, "name"));
    case "group":
    case "repeat":
      return begin(survey, row, type.what);
    case "end":
      return end(survey, row, type.of);
    case "question":
      return addQuestion(survey, row, type);
  }
}

/** The first says what the form is about; others have no place. */
function takeNote(survey: Survey, row: GridRow): void {
  const { reading } = survey;
  const { survey: grid, remarks, places } = reading;
  const texts = textsIn(grid, row, { name: "label", reading });
  if (survey.about === null) {
    survey.about = texts;
    places.set("about", placeOf(grid, row));
  } else remarks.leaveOut(placeOf(grid, row), "note", valueOf(grid, row, "name"), firstOf(texts));
}

function begin(survey: Survey, row: GridRow, what: "group" | "repeat"): void {
  const { reading, open } = survey;
  const { survey: grid, remarks } = reading;
  const when = whenOf(survey, row);
  open.push({ what, row, when });
  if (what === "group") return remarks.leaveOut(placeOf(grid, row), "group", valueOf(grid, row, "name"));
  if (survey.within !== null) {
    remarks.fault(placeOf(grid, row, columnNamed(grid, "type")), "inside-repeat", valueOf(grid, row, "name"));
    return;
  }
  survey.within = [];
  const most = mostOf(survey, row);
  const asked = alike(survey, row, `questions[${survey.questions.length}]`);
  survey.questions.push({ ...asked, type: "repeat", most, questions: survey.within });
}

function mostOf({ reading: { survey: grid, remarks } }: Survey, row: GridRow): Json {
  const own = valueOf(grid, row, "tocsin_most");
  if (/^\d{1,4}$/.test(own)) return Number(own);
  const column = columnNamed(grid, "repeat_count");
  const count = valueOf(grid, row, "repeat_count");
  const place = placeOf(grid, row, column);
  if (count !== "" && !/^\d{1,4}$/.test(count)) remarks.fault(place, "column", "repeat_count", count);
  else remarks.leaveOut(place, "assumed", "tocsin_most", count === "" ? "10" : count);
  return /^\d{1,4}$/.test(count) ? Number(count) : 10;
}

function end(survey: Survey, row: GridRow, of: string): void {
  const { reading, open } = survey;
  const last = open.pop();
  if (last?.what === of) {
    if (of === "repeat" && !open.some(({ what }) => what === "repeat")) survey.within = null;
    return;
  }
  if (last !== undefined) open.push(last);
  const { survey: grid, remarks } = reading;
  remarks.fault(placeOf(grid, row, columnNamed(grid, "type")), "unclosed", of);
}

function addQuestion(survey: Survey, row: GridRow, type: Extract<RowType, { what: "question" }>): void {
  const { reading, lists, questions, within } = survey;
  const { survey: grid, remarks, places } = reading;
  const at =
    within === null
      ? `questions[${questions.length}]`
      : `questions[${questions.length - 1}].questions[${within.length}]`;
  const options = type.list === null ? null : lists.get(type.list);
  if (options === undefined)
    remarks.fault(placeOf(grid, row, columnNamed(grid, "type")), "no-list", type.list ?? "");
  for (const [index, { place }] of (options ?? []).entries()) places.set(`${at}.options[${index}]`, place);
  const question = {
    ...alike(survey, row, at),
    type: type.type,
    ...(isRequired(survey, row) ? { required: true } : {}),
    ...(options ? { options: options.map(({ code, text }) => ({ code, text })) } : {}),
  };
  if (within === null) questions.push(question);
  else within.push(question);
}

function isRequired({ reading: { survey: grid, remarks } }: Survey, row: GridRow): boolean {
  const said = valueOf(grid, row, "required").toLowerCase();
  if (["", "no", "false", "false()", "n", "0"].includes(said)) return false;
  if (!["yes", "true", "true()", "y", "1"].includes(said))
    remarks.fault(placeOf(grid, row, columnNamed(grid, "required")), "required", said);
  return true;
}

/** What questions and repeats have alike, with the cells that it came from. */
function alike(survey: Survey, row: GridRow, at: string): JsonObject {
  const { reading, open } = survey;
  const { survey: grid } = reading;
  const id = nameIn(reading, row);
  placeParts(reading, row, at);
  const help = textsIn(grid, row, { name: "guidance_hint", reading });
  const isRepeat = open.at(-1)?.row === row;
  const own = isRepeat ? (open.at(-1)?.when ?? null) : whenOf(survey, row);
  const when = together(isRepeat ? open.slice(0, -1) : open, own);
  return {
    id,
    text: textsIn(grid, row, { name: "label", reading }),
    why: textsIn(grid, row, { name: "hint", reading }),
    ...(Object.keys(help).length === 0 ? {} : { help }),
    ...(when === null ? {} : { when: conditionToJson(when) }),
  };
}

function nameIn({ survey: grid, remarks }: Reading, row: GridRow): string {
  const name = valueOf(grid, row, "name");
  const id = nameHere(name);
  const place = placeOf(grid, row, columnNamed(grid, "name"));
  if (id === "") remarks.fault(place, "name", name);
  else if (!isOwnName(name)) remarks.leaveOut(place, "renamed", name, id);
  return id;
}

/** Which cell each part of a question is from. */
function placeParts({ survey: grid, languages, places }: Reading, row: GridRow, at: string): void {
  places.set(at, placeOf(grid, row));
  places.set(`${at}.id`, placeOf(grid, row, columnNamed(grid, "name")));
  places.set(`${at}.when`, placeOf(grid, row, columnNamed(grid, "relevant")));
  for (const [field, heading] of [
    ["text", "label"],
    ["why", "hint"],
    ["help", "guidance_hint"],
  ] as const)
    for (const { column, language } of textColumns(grid, heading, languages[0] ?? "en"))
      places.set(`${at}.${field}.${language}`, placeOf(grid, row, column));
}

/** Of the groups around it and its own; what stands in a repeat is asked only where that is. */
function together(open: readonly Open[], own: Condition | null): Condition | null {
  const around = open.slice(open.findLastIndex(({ what }) => what === "repeat") + 1);
  const conditions = [
    ...around.flatMap((each) => (each.what === "group" && each.when !== null ? [each.when] : [])),
    ...(own === null ? [] : [own]),
  ];
  const [only] = conditions;
  if (only === undefined) return null;
  return conditions.length === 1 ? only : { all: conditions };
}

/** Plain data by its type. */
function conditionToJson(condition: Condition): Json {
  if ("all" in condition) return { all: condition.all.map(conditionToJson) };
  if ("any" in condition) return { any: condition.any.map(conditionToJson) };
  if ("not" in condition) return { not: conditionToJson(condition.not) };
  return "is" in condition ? { question: condition.question, is: [...condition.is] } : { ...condition };
}

function whenOf({ reading: { survey: grid, remarks } }: Survey, row: GridRow): Condition | null {
  const relevant = valueOf(grid, row, "relevant");
  if (relevant === "" || relevant === "yes") return null;
  const condition = relevantToCondition(relevant, {
    questionOf: nameHere,
    codeOf: (_, code) => nameHere(code),
  });
  if (condition === null)
    remarks.fault(placeOf(grid, row, columnNamed(grid, "relevant")), "condition", relevant);
  return condition;
}

function firstOf(texts: Json): string {
  const [first] = isJsonObject(texts) ? Object.values(texts) : [];
  return typeof first === "string" ? first : "";
}
