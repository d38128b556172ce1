// Light stems of Arabic words, and what broken plurals have in common with their singular. The article, the particles that
// are written with the word and the commonest endings are taken off; a pattern such as فواعل (هواتف) or أفعال (أطفال) is
// written as the pattern of its singular. A guess by letters alone: short vowels are not written.
import { foldText } from "../fold.ts";

const article = /^(?:[وف]?[بكل]?ال|[وف]?لل)(?=...)/u;
const particle = /^(?:[وف](?=...)|[بلك](?=....))/u;
/** Longest first. */
const endings: readonly string[] =
  "اتهم اتها اتنا اتكم اته ونها ينها هما كما تهم تها تنا تكم ته وها وهم وه ية يه ها هم هن كم نا ات ون ين ان وا تم تن ه ي ت ا".split(
    " ",
  );
const least = 3;

/** Stems of a word as it was written; those of patterns have a dot in front. */
export function arabicForms(word: string): readonly string[] {
  const stems = new Set<string>();
  for (const spelling of spellings(word)) {
    const folded = foldText(spelling);
    for (const bare of without(folded)) {
      stems.add(bare);
      for (const pattern of patternsOf(bare, folded.endsWith("ه"))) stems.add(pattern);
    }
  }
  return [...stems];
}

/** The seat of a hamza is written in more than one way: مسؤول, مسئول. */
function spellings(word: string): readonly string[] {
  return /[ؤئ]/u.test(word) ? [word, word.replace(/[ؤئ]/gu, "")] : [word];
}

/** With its particles and without them: which letters belong to the word cannot always be told. */
function without(word: string): readonly string[] {
  const bare = word.replace(article, "");
  if (bare !== word) return [withoutEnding(bare)];
  const less = word.replace(particle, "");
  return less === word
    ? [withoutEnding(word)]
    : [withoutEnding(word), withoutEnding(less.replace(article, ""))];
}

function withoutEnding(word: string): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= least);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** Each a form of the word, what it becomes, and whether only words in ta marbuta have it, or none of them. */
const patterns: readonly (readonly [RegExp, string, ("ta" | "bare")?])[] = [
  [/^(.)وا(.)(.)$/u, ".$1ا$2$3"],
  [/^(.)ا(.)(.)$/u, ".$1ا$2$3"],
  [/^(..)اي(.)$/u, ".$1ي$2ه"],
  [/^(..)[اي](.)$/u, ".$1ي$2ه", "ta"],
  [/^([^يا].)ا(..)$/u, ".$1$2"],
  [/^([^يا].)ا(.)ي(.)$/u, ".$1$2$3"],
  [/^([^اي]..)[ويا]?(.)$/u, ".$1$2"],
  [/^ا(..)ا(.)$/u, ".$1$2"],
  [/^(..)[وا](.)$/u, ".$1$2", "bare"],
  [/^(...)$/u, ".$1", "bare"],
  [/^(..)(.)اء?$/u, ".$1ي$2"],
  [/^ا(..)(.)اء?$/u, ".$1ي$2"],
  [/^(..)ي(.)$/u, ".$1ي$2"],
  [/^(.)(.)ا(.)$/u, ".$1ا$2$3"],
  [/^ت(..)ي(.)$/u, ".$1$2"],
  [/^(ا.{3})ا(.)$/u, ".$1$2"],
  [/^(ا.{4})$/u, ".$1"],
];

function patternsOf(stem: string, hasTa: boolean): readonly string[] {
  return patterns.flatMap(([pattern, singular, only]) => {
    if (only !== undefined && (only === "ta") !== hasTa) return [];
    return pattern.test(stem) ? [stem.replace(pattern, singular)] : [];
  });
}
