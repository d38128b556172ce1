// Keys by which two spellings of one organisation's name meet: case, accents and forms of letters folded, legal forms and
// what stands in brackets left out. A key finds candidates; whether they are one, a person says.
import { foldText } from "@tocsin/language";

export interface NameKeys {
  /** What is left of the name, without spaces: Korean and Chinese are spaced as people like. */
  readonly name: string;
  /** The same with letters of other scripts that look like Latin ones as those. */
  readonly looks: string;
  /** Short forms that stand in brackets. */
  readonly acronyms: readonly string[];
}

export function nameKeys(text: string): NameKeys {
  const folded = foldText(text.slice(0, mostCharacters)).replaceAll(/[.'’`´·]/g, "");
  const bracketed = [...folded.matchAll(/[(（[]([^()（）[\]]{1,80})[)）\]]/g)].map(
    ([, inside = ""]) => inside,
  );
  const bare = wordsOf(folded.replaceAll(/[(（[][^()（）[\]]{1,80}[)）\]]/g, " "));
  const kept = withoutForms(bare);
  const words = kept.length > 0 ? kept : bare.length > 0 ? bare : wordsOf(folded);
  const name = words.join("");
  return {
    name,
    looks: [...name].map((letter) => lookalikes.get(letter) ?? letter).join(""),
    acronyms: bracketed
      .map((inside) => wordsOf(inside).join(""))
      .filter((key) => key !== "" && !forms.has(key)),
  };
}

const mostCharacters = 600;

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Forms of law as they stand before or behind a name. Words that names are made of (Stichting, Foundation) stay. */
const forms: ReadonlySet<string> = new Set(
  (
    "ev eingetragenerverein gmbh ggmbh ug ag inc incorporated llc llp ltd limited plc cic clg corp co pty pvt pbo npc npo " +
    "asbl aisbl vzw ivzw sarl sas sa sl srl spa onlus ets aps ac ong ngo osc cso iap scio bv nv ry rf ab as oy ooo " +
    "нко оо ано ооо го бо зао нпо " +
    "사 재 주 유 사단법인 재단법인 비영리사단법인 비영리단체 비영리민간단체 주식회사 유한회사 " +
    "有限公司 股份有限公司 有限责任公司 社団法人 一般社団法人 公益社団法人 財団法人 一般財団法人 公益財団法人 特定非営利活動法人 npo法人 " +
    "ذمم شمم شمخ"
  ).split(" "),
);

/** Forms of two words and more. */
const longForms: readonly (readonly string[])[] = [
  ["eingetragener", "verein"],
  ["association", "loi", "1901"],
  ["asociacion", "civil"],
  ["non", "profit"],
  ["منظمه", "غير", "حكوميه"],
];

/** In scripts that write without spaces the form hangs on the name. */
const attached = [...forms].filter((form) => form.length >= 4 && /^[\p{sc=Han}\p{sc=Hang}]+$/u.test(form));

const articles: ReadonlySet<string> = new Set([
  "the",
  "la",
  "le",
  "les",
  "el",
  "los",
  "las",
  "die",
  "der",
  "das",
]);

function withoutForms(all: readonly string[]): readonly string[] {
  let words = articles.has(all[0] ?? "") ? all.slice(1) : all;
  for (let before = -1; before !== words.length;) {
    before = words.length;
    words = withoutForm(words);
  }
  return words.map(withoutAttached);
}

function withoutForm(words: readonly string[]): readonly string[] {
  if (words.length < 2) return words;
  if (forms.has(words.at(-1) ?? "")) return words.slice(0, -1);
  if (forms.has(words[0] ?? "")) return words.slice(1);
  for (const form of longForms) {
    if (words.length <= form.length) continue;
    if (form.every((word, at) => words[words.length - form.length + at] === word))
      return words.slice(0, -form.length);
    if (form.every((word, at) => words[at] === word)) return words.slice(form.length);
  }
  return words;
}

function withoutAttached(word: string): string {
  const form = attached.find(
    (each) => word.length > each.length && (word.startsWith(each) || word.endsWith(each)),
  );
  if (form === undefined) return word;
  return word.startsWith(form) ? word.slice(form.length) : word.slice(0, -form.length);
}

/** Small letters of Cyrillic and Greek that look like Latin ones (Unicode Technical Standard 39, a few of its table). */
const lookalikes: ReadonlyMap<string, string> = new Map(
  "аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw αa βb εe ιi κk νv οo ρp τt υu χx"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
