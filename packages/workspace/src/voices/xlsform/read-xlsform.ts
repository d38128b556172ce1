// An XLSForm workbook as a questionnaire (docs/formats/xlsform.md). Everything that it asks for and ours cannot say keeps it out,
// cell by cell; what only shows or checks is left out and listed.
import { openWorkbook, type Table } from "@tocsin/formats";
import type { Json } from "@tocsin/core";
import { parseQuestionnaire, type Questionnaire, type VoiceProblem } from "@tocsin/voices";
import { readChoices } from "./choices.ts";
import { checkColumns, type SheetName } from "./columns.ts";
import { mostRows, placeOf, readGrid, type Grid } from "./grid.ts";
import type { Places } from "./reading.ts";
import {
  createRemarks,
  type Remarks,
  type XlsFormFault,
  type XlsFormLeftOut,
  type XlsRemark,
} from "./remarks.ts";
import { languagesOf, readSettings } from "./settings.ts";
import { readSurvey } from "./survey.ts";

export interface XlsFormRead {
  /** Null where something keeps it out. */
  readonly questionnaire: Questionnaire | null;
  readonly faults: readonly XlsRemark<XlsFormFault>[];
  readonly leftOut: readonly XlsRemark<XlsFormLeftOut>[];
}

/** Throws `formats.bad-table` and `formats.limit` for what is no workbook, or one that is larger than any form. */
export function readXlsForm(bytes: Uint8Array): XlsFormRead {
  const remarks = createRemarks();
  const table = openWorkbook(bytes, {
    limits: { cell: 32_768, rows: 100_000, columns: 200, part: 33_554_432 },
  });
  const grids = gridsOf(table, remarks);
  const content = grids === null ? null : contentOf(grids, remarks);
  const { faults, leftOut } = remarks;
  if (content === null || faults.length > 0) return { questionnaire: null, faults, leftOut };
  const { questionnaire, problems } = parseQuestionnaire(content.json);
  for (const each of problems) say(each, content.places, remarks);
  return { questionnaire, faults, leftOut };
}

type Grids = Readonly<Record<"survey" | "choices" | "settings", Grid>>;

function gridsOf({ sheets }: Table, remarks: Remarks): Grids | null {
  const named = (name: SheetName): Grid => {
    const sheet = sheets.find((each) => each.name.trim().toLowerCase() === name);
    if (sheet === undefined) return { sheet: name, columns: [], rows: [] };
    const grid = readGrid(sheet);
    checkColumns(grid, name, remarks);
    if (grid.rows.length >= mostRows) remarks.fault(placeOf(grid, null), "questionnaire", "too-many");
    return grid;
  };
  for (const { name } of sheets)
    if (!["survey", "choices", "settings"].includes(name.trim().toLowerCase()))
      remarks.leaveOut({ sheet: name, row: 0, column: "" }, "sheet");
  const grids = { survey: named("survey"), choices: named("choices"), settings: named("settings") };
  if (grids.survey.columns.length === 0) {
    remarks.fault(placeOf(grids.survey, null), "no-sheet", "survey");
    return null;
  }
  return grids;
}

function contentOf(grids: Grids, remarks: Remarks): { readonly json: Json; readonly places: Places } | null {
  const places: Places = new Map();
  const languages = languagesOf(grids, remarks);
  if (languages === null) return null;
  const about = { ...grids, languages, remarks, places };
  const settings = readSettings(about);
  const lists = readChoices(about);
  const { about: words, questions } = readSurvey(about, lists);
  return {
    places,
    json: {
      format: "tocsin-questionnaire",
      formatVersion: 1,
      ...settings,
      languages: [...languages],
      about: words,
      questions: [...questions],
    },
  };
}

/** A problem of the questionnaire, at the cell that it came from. */
function say({ place, problem, what }: VoiceProblem, places: Places, { fault }: Remarks): void {
  let at = place;
  while (at !== "" && !places.has(at)) at = at.replace(/(?:\.[^.[\]]*|\[\d+\])$|^[^.[\]]*$/, "");
  const found = places.get(at) ?? { sheet: "survey", row: 0, column: "" };
  if (problem === "missing" && /\.why\.[^.]*$/.test(place)) fault(found, "no-reason");
  else fault(found, "questionnaire", problem, ...what);
}
