// English words that change in the middle, and the two ways of spelling -ise.

/** Common ones in reports of threats; a form, then what it is a form of. */
const irregular: ReadonlyMap<string, string> = new Map(
  (
    "women woman men man children child people person feet foot teeth tooth lives life wives wife froze freeze frozen " +
    "freeze beaten beat hit hit shot shoot held hold kept keep took take taken take broke break broken break stole steal " +
    "stolen steal went go gone go came come left leave fled flee found find fought fight fell fall fallen fall forced " +
    "force gave give given give got get hid hide hidden hide hurt hurt knew know known know led lead lost lose made make " +
    "met meet paid pay ran run said say saw see seen see sent send spoke speak spoken speak stood stand struck strike " +
    "stricken strike sought seek swore swear sworn swear taught teach threw throw thrown throw told tell thought think " +
    "wrote write written write won win withdrew withdraw withdrawn withdraw burnt burn caught catch brought bring bought " +
    "buy built build drove drive driven drive forbade forbid forbidden forbid bled bleed died die laid lay"
  )
    .split(" ")
    .reduce<[string, string][]>((pairs, word, at, all) => {
      if (at % 2 === 0) pairs.push([word, all[at + 1] ?? word]);
      return pairs;
    }, []),
);

/** Words that the stemmer takes for forms of another word. */
const apart = /^(?:general|generous|universal|universe|universit(?:y|ies)|news)(?=s?$|ly$)/;

const suffix = /i[sz](ation|ations|e|ed|es|er|ers|ing)$/;

/** Where the stemmer cuts "organization" down to "organ", an organ is not meant: the word keeps its middle. */
export function englishForms(word: string, stem: (word: string) => string): readonly string[] {
  const [own] = apart.exec(word) ?? [];
  if (own !== undefined) return [own.replace(/ies$/, "y")];
  const base = irregular.get(word) ?? word;
  const ised = suffix.exec(base);
  if (ised && ised.index > 2)
    return [`${base.slice(0, ised.index)}iz${/^e?rs?$/.test(ised[1] ?? "") ? "er" : ""}`];
  return [stem(base)];
}
