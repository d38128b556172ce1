// Any value as indented lines, for answers that have no form of their own.
import { withoutSecrets } from "../call.ts";

/** Texts with their language are shown as the text alone; what is empty is left out. */
export function tellValue(value: unknown): string {
  return linesOf(value, "").join("\n");
}

function linesOf(value: unknown, indent: string): readonly string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each) => elementLines(each, indent));
  if (typeof value !== "object")
    return [`${indent}${typeof value === "string" ? value : JSON.stringify(value)}`];
  const text = languageText(value);
  if (text !== null) return [`${indent}${text}`];
  return Object.entries(value).flatMap(([name, each]) => memberLines(name, shownMember(name, each), indent));
}

const times: ReadonlySet<string> = new Set(["created", "updated", "at"]);

/** Times of records are milliseconds since 1970; people read dates. */
function shownMember(name: string, value: unknown): unknown {
  return typeof value === "number" && times.has(name)
    ? new Date(value).toISOString()
    : withoutSecrets(name, value);
}

function memberLines(name: string, value: unknown, indent: string): readonly string[] {
  const lines = linesOf(value, `${indent}  `);
  const [first, ...others] = lines;
  if (first === undefined) return [];
  return others.length === 0 && !isCompound(value)
    ? [`${indent}${name}: ${first.trim()}`]
    : [`${indent}${name}:`, ...lines];
}

function elementLines(value: unknown, indent: string): readonly string[] {
  const [first, ...others] = linesOf(value, `${indent}  `);
  return first === undefined ? [] : [`${indent}- ${first.trimStart()}`, ...others];
}

function isCompound(value: unknown): boolean {
  return typeof value === "object" && value !== null && languageText(value) === null;
}

function languageText(value: object): string | null {
  const isText = "text" in value && "lang" in value && Object.keys(value).length === 2;
  return isText && typeof value.text === "string" ? value.text : null;
}
