// English words that change in the middle, and the two ways of spelling -ise.

/** Common ones in reports of threats: a word, and forms of it. */
const formsByWord: Readonly<Record<string, string>> = {
  woman: "women",
  man: "men",
  child: "children",
  person: "people",
  foot: "feet",
  tooth: "teeth",
  life: "lives",
  wife: "wives",
  freeze: "froze frozen",
  beat: "beaten",
  shoot: "shot",
  hold: "held",
  keep: "kept",
  take: "took taken",
  break: "broke broken",
  steal: "stole stolen",
  go: "went gone",
  come: "came",
  leave: "left",
  flee: "fled",
  find: "found",
  fight: "fought",
  fall: "fell fallen",
  give: "gave given",
  get: "got",
  hide: "hid hidden",
  know: "knew known",
  lead: "led",
  lose: "lost",
  make: "made",
  meet: "met",
  pay: "paid",
  run: "ran",
  say: "said",
  see: "saw seen",
  send: "sent",
  speak: "spoke spoken",
  stand: "stood",
  strike: "struck stricken",
  seek: "sought",
  swear: "swore sworn",
  teach: "taught",
  throw: "threw thrown",
  tell: "told",
  think: "thought",
  write: "wrote written",
  win: "won",
  withdraw: "withdrew withdrawn",
  burn: "burnt",
  catch: "caught",
  bring: "brought",
  buy: "bought",
  build: "built",
  drive: "drove driven",
  forbid: "forbade forbidden",
  bleed: "bled",
  lay: "laid",
};

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries(formsByWord).flatMap(([word, forms]) =>
    forms.split(" ").map((form): [string, string] => [form, word]),
  ),
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
