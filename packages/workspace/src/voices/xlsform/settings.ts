// The settings of an XLSForm: its name, version and languages. What it does not say is taken for the plainest, and listed.
import type { JsonObject } from "@tocsin/core";
import { cellOf, columnNamed, languageIn, placeOf, valueOf, type GridColumn, type GridRow } from "./grid.ts";
import { textColumns } from "./columns.ts";
import { isOwnName, nameHere } from "./names.ts";
import type { Reading } from "./reading.ts";
import type { Remarks } from "./remarks.ts";

/** Null where nothing says which language the questions are in. */
export function languagesOf(
  { survey, choices, settings }: Pick<Reading, "survey" | "choices" | "settings">,
  remarks: Remarks,
): readonly string[] | null {
  const [row] = settings.rows;
  const setting = (name: string): string => (row === undefined ? "" : valueOf(settings, row, name));
  const own = setting("tocsin_languages").split(/\s+/).filter(Boolean);
  const default_ = setting("default_language");
  const named = [...survey.columns, ...choices.columns].flatMap(({ language }) => language ?? []);
  const original = own[0] ?? (default_ === "" ? named[0] : originalIn(default_, survey.columns));
  if (original === undefined || original === null) {
    const column = row === undefined ? undefined : columnNamed(settings, "default_language");
    remarks.fault(placeOf(settings, row ?? null, column), "no-language", default_);
    return null;
  }
  return [...new Set([original, ...own, ...named])];
}

/** `English (en)`, `en`, or the name that a heading has before its tag. */
function originalIn(named: string, columns: readonly GridColumn[]): string | null {
  const like = columns.find(
    ({ tongue }) => tongue !== null && tongue.replace(/\s*\([^()]*\)\s*$/, "") === named,
  );
  return languageIn(named) ?? like?.language ?? null;
}

export function readSettings(reading: Reading): JsonObject {
  const { settings, languages, remarks, places } = reading;
  const row: GridRow = settings.rows[0] ?? { row: 0, cells: [] };
  const said = (name: string, assumed: string): string => {
    const column = columnNamed(settings, name);
    const value = cellOf(row, column).trim();
    if (value === "") remarks.leaveOut(placeOf(settings, row, column), "assumed", name, assumed);
    return value === "" ? assumed : value;
  };
  const mark = (place: string, name: string): void =>
    void places.set(place, placeOf(settings, row, columnNamed(settings, name)));
  for (const [place, name] of marks) mark(place, name);
  const title = titleIn(reading, row);
  const id = valueOf(settings, row, "form_id");
  if (id !== "" && !isOwnName(id))
    remarks.leaveOut(placeOf(settings, row, columnNamed(settings, "form_id")), "renamed", id, nameHere(id));
  const version = said("version", "1");
  const until = valueOf(settings, row, "tocsin_keep_until");
  const unreviewed = valueOf(settings, row, "tocsin_unreviewed").split(/\s+/).filter(Boolean);
  return {
    id: id === "" ? nameHere(title[languages[0] ?? ""] ?? "") : nameHere(id),
    version: /^\d{1,9}$/.test(version) ? Number(version) : version,
    purpose: said("tocsin_purpose", "consultation"),
    title,
    unreviewed,
    ...(until === "" ? {} : { keepUntil: until }),
  };
}

const marks = [
  ["id", "form_id"],
  ["version", "version"],
  ["purpose", "tocsin_purpose"],
  ["languages", "tocsin_languages"],
  ["unreviewed", "tocsin_unreviewed"],
  ["keepUntil", "tocsin_keep_until"],
  ["title", "form_title"],
] as const;

function titleIn({ settings, languages }: Reading, row: GridRow): Readonly<Record<string, string>> {
  const original = languages[0] ?? "en";
  const others = textColumns(settings, "tocsin_title", original).map(
    ({ column, language }) => [language, cellOf(row, column)] as const,
  );
  const own = cellOf(row, columnNamed(settings, "form_title"));
  return Object.fromEntries([[original, own] as const, ...others].filter(([, text]) => text.trim() !== ""));
}
