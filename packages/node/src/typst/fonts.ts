// The faces of PDF documents, from packages alone, so that the same document gives the same bytes on every computer with
// the same packages. Faces of further scripts are optional packages (ninety megabytes of them are Chinese): each is read
// when a document first has a character of its script.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PublishError } from "@tocsin/publish";
import { parseFontCoverage } from "./font-coverage.ts";

export interface Font {
  /** Null of the usual faces, which every template names itself. */
  readonly family: string | null;
  readonly files: readonly Buffer[];
  readonly covered: ReadonlySet<number>;
}

/** Latin, Greek and Cyrillic in Noto Sans; Arabic in Amiri, whose words survive copying best. */
const usual = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/700Bold/NotoSans_700Bold.ttf",
  "amiri/400Regular/Amiri_400Regular.ttf",
  "amiri/700Bold/Amiri_700Bold.ttf",
] as const;

interface Further {
  readonly family: string;
  readonly package: string;
  readonly script: RegExp;
}

const notoSans = (name: string, script: RegExp): Further => ({
  family: `Noto Sans ${name}`,
  package: `noto-sans-${name.toLowerCase()}`,
  script,
});

const further: readonly Further[] = [
  { family: "NanumGothic", package: "nanum-gothic", script: /\p{Script=Hangul}/u },
  notoSans("Ethiopic", /\p{Script=Ethiopic}/u),
  notoSans("Myanmar", /\p{Script=Myanmar}/u),
  notoSans("Devanagari", /\p{Script=Devanagari}/u),
  notoSans("Bengali", /\p{Script=Bengali}/u),
  notoSans("Tamil", /\p{Script=Tamil}/u),
  notoSans("Sinhala", /\p{Script=Sinhala}/u),
  notoSans("Thai", /\p{Script=Thai}/u),
  notoSans("Khmer", /\p{Script=Khmer}/u),
  notoSans("Hebrew", /\p{Script=Hebrew}/u),
  notoSans("Georgian", /\p{Script=Georgian}/u),
  notoSans("Armenian", /\p{Script=Armenian}/u),
  // Last, since it has letters of many scripts: what a face of its own covers is drawn from that.
  {
    family: "Noto Sans SC",
    package: "noto-sans-sc",
    script:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u,
  },
];

/** Throws `publish.typesetter` where a package of the usual faces is missing, or a font is damaged. */
export async function readUsualFont(): Promise<Font> {
  try {
    return fontOf(null, await Promise.all(usual.map(readFont)));
  } catch (cause) {
    if (cause instanceof PublishError) throw cause;
    throw new PublishError("publish.typesetter", "Cannot write PDF: its fonts are not installed", { cause });
  }
}

/** Families of further scripts that a text asks for, in the order in which it asks them for a glyph. */
export function familiesFor(text: string): readonly string[] {
  return further.flatMap(({ family, script }) => (script.test(text) ? [family] : []));
}

/** Null where its package is not installed. Throws `publish.typesetter` where it is damaged. */
export async function readFurtherFont(family: string): Promise<Font | null> {
  const one = further.find((each) => each.family === family);
  if (one === undefined) return null;
  const file = family.replaceAll(" ", "");
  const weights = ["400Regular", "700Bold"].map((weight) => `${one.package}/${weight}/${file}_${weight}.ttf`);
  let paths: readonly string[];
  try {
    paths = weights.map(pathOfFont);
  } catch {
    return null;
  }
  return fontOf(family, await Promise.all(paths.map((path) => readFile(path))));
}

async function readFont(file: string): Promise<Buffer> {
  return readFile(pathOfFont(file));
}

/** Throws where its package is not installed. */
function pathOfFont(file: string): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`);
}

function fontOf(family: string | null, files: readonly Buffer[]): Font {
  return { family, files, covered: new Set(files.flatMap((file) => [...parseFontCoverage(file)])) };
}
