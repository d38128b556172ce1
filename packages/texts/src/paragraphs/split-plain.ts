// Plain text as paragraphs: typed, pasted, or taken out of a PDF with its lines and pages.
import { createDraftText, type DraftText } from "./draft-text.ts";
import { readLabel } from "./label.ts";

/** Throws `texts.empty`, `texts.limit`. */
export function splitPlainText(text: string): DraftText {
  const { lines, leftOut } = withoutPageEnds(text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, "\n"));
  const notices = leftOut === 0 ? [] : [{ kind: "left-out" as const, detail: String(leftOut) }];
  return createDraftText(paragraphsOf(lines), notices);
}

/** Lines that stand first or last on most pages but for their figures are no part of the text. */
function withoutPageEnds(text: string): { readonly lines: readonly string[]; readonly leftOut: number } {
  const pages = text.split("\f").map((page) => page.split("\n"));
  if (pages.length < 3) return { lines: pages.flat(), leftOut: 0 };
  const counts = new Map<string, number>();
  const endsOf = (page: readonly string[]): ReadonlySet<number> => {
    const places = [...page.keys()].filter((at) => (page[at] ?? "").trim() !== "");
    return new Set([...places.slice(0, 2), ...places.slice(-2)]);
  };
  const formOf = (line = ""): string => line.trim().replaceAll(/\p{Nd}+/gu, "0");
  for (const page of pages)
    for (const form of new Set([...endsOf(page)].map((at) => formOf(page[at]))))
      counts.set(form, (counts.get(form) ?? 0) + 1);
  let leftOut = 0;
  const lines = pages.flatMap((page) => {
    const ends = endsOf(page);
    const kept = page.filter((line, at) => {
      const isEnd = ends.has(at) && line.length <= 80 && 2 * (counts.get(formOf(line)) ?? 0) > pages.length;
      if (isEnd) leftOut += 1;
      return !isEnd;
    });
    // A paragraph can go on behind the end of a page.
    return kept
      .join("\n")
      .replaceAll(/^\n+|\n+$/gu, "")
      .split("\n");
  });
  return { lines, leftOut };
}

function paragraphsOf(lines: readonly string[]): readonly string[] {
  const hasBlocks = lines.some(
    (line, at) =>
      line.trim() === "" && at > 0 && lines.slice(at + 1, at + 3).some((next) => next.trim() !== ""),
  );
  const isWrapped = isHardWrapped(lines);
  const paragraphs: string[] = [];
  let open: string | null = null;
  const end = (): void => {
    if (open !== null) paragraphs.push(open);
    open = null;
  };
  for (const line of lines) {
    const words = line.trim();
    if (words === "") {
      if (hasBlocks) end();
      continue;
    }
    if (open === null) open = words;
    else if (isWrapped && !beginsAnew(words)) open = joined(open, words);
    else {
      end();
      open = words;
    }
  }
  end();
  return paragraphs;
}

function beginsAnew(line: string): boolean {
  return readLabel(line).label !== null;
}

const usualWidth = 120;

/** Whether lines end where the page did, and not where a paragraph does. */
function isHardWrapped(lines: readonly string[]): boolean {
  const inside = lines
    .map((line) => line.trim())
    .filter((line, at) => {
      const next = lines[at + 1]?.trim() ?? "";
      return line !== "" && next !== "" && !beginsAnew(next);
    });
  if (inside.length === 0) return true;
  const widths = inside.map(({ length }) => length).sort((one, other) => one - other);
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const ended = inside.filter((line) => /[.,;:،؛。，；]["”»)\]]?$/u.test(line)).length;
  return wide <= usualWidth && ended < inside.length / 2;
}

/** Chinese and Japanese write no space where a line ends; a hyphen at its end is kept, since it may be the word's own. */
function joined(before: string, after: string): string {
  const isTight =
    /\p{L}-$/u.test(before) ||
    (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；]$/u.test(before) &&
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(after));
  return isTight ? `${before}${after}` : `${before} ${after}`;
}
