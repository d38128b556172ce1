// A library in which everything is long that can be: 193 States and more, own terms by the hundred, items with
// as much about them as they may have. It imports nothing from what it tests.
import { madeUpHead, madeUpItem, madeUpTables } from "./made-up-library.fake.ts";

const alphabets = {
  en: "abcdefghijklmnopqrstuvwxyz",
  ar: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
  ko: "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허",
  zh: "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里",
} as const;
type Script = keyof typeof alphabets;

/** Words of letters drawn at random, always the same: they compress as little as a real text, or less. */
function words(script: Script, seed: number, length: number): string {
  const letters = Array.from(alphabets[script]);
  let state = seed * 2_654_435_761 + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const known = Array.from({ length: 900 }, () =>
    Array.from({ length: 2 + next(8) }, () => letters[next(letters.length)]).join(""),
  );
  let text = "";
  while (text.length < length) text += `${known[next(known.length)] ?? ""}${next(12) === 0 ? ". " : " "}`;
  return text.slice(0, length).trim();
}

/** Of about `length` characters, in paragraphs. */
function longText(script: Script, seed: number, length: number): string {
  const paragraph = words(script, seed, 50_000);
  let text = "";
  for (let at = 0; text.length < length; at = (at + 611) % 49_000)
    text += `${paragraph.slice(at, at + 600)}\n\n`;
  return text.slice(0, length).trim();
}

const scripts = ["en", "ar", "ko", "zh"] as const;

function longEdition(lang: Script, seed: number, body: string) {
  return {
    lang,
    isOriginal: lang === "ar",
    translatedBy: lang === "ar" ? null : ("person" as const),
    title: words(lang, seed, 290),
    excerpt: longText(lang, seed + 1, 3_000),
    body,
  };
}

const ownTerms = Array.from({ length: 150 }, (_, number) => `OWN-${number}`);

/** Long in one way each: every State, own terms, or own acts and commitments. All at once would be a page for each pair. */
function longFacets(number: number, states: readonly string[]) {
  const few = { country: states.slice(0, 3), theme: ["slapp"], commitment: ["OWN-1"], act: ["OWN-1"] };
  if (number % 3 === 0) return { ...few, country: states };
  return number % 3 === 1 ? { ...few, theme: ownTerms } : { ...few, commitment: ownTerms, act: ownTerms };
}

/** As much as may be said about one item; `characters` of text in each language. */
function heavyItem(number: number, states: readonly string[], characters: number) {
  const usual = madeUpItem(number, number + 1);
  return {
    ...usual,
    slug: `heavy-${number}-${"x".repeat(90)}`,
    editions: scripts.map((lang) => longEdition(lang, number + 7, longText(lang, number, characters))),
    authors: Array.from({ length: 120 }, (_, at) => `Example Person ${at} ${"of a long name ".repeat(10)}`),
    source: { text: `Example Organisation ${"of a long name ".repeat(60)}`, lang: "en" },
    address: `https://example.org/${"a-long-path/".repeat(150)}`,
    facets: longFacets(number, states),
    related: Array.from({ length: 300 }, (_, at) => `example-${at}`),
    pictures: Array.from({ length: 60 }, (_, at) => ({
      file: `picture-${at}.png`,
      bytes: 48_000,
      width: 640,
      height: 480,
      alt: [{ text: longText("en", at, 5_000), lang: "en" }],
    })),
    corrections: Array.from({ length: 120 }, (_, at) => ({
      when: `2026-01-${String(1 + (at % 28)).padStart(2, "0")}T00:00:00.000Z`,
      text: { text: longText("ar", at, 5_000), lang: "ar" },
    })),
  };
}

/** `count` usual items over all `states`, and `heavy` heavy ones. */
export function heavyItems(states: readonly string[], count: number, heavy: number) {
  return {
    async *[Symbol.asyncIterator]() {
      for (let number = 0; number < count; number += 1) {
        const item = madeUpItem(number, count);
        const state = states[number % states.length] ?? "AD";
        yield {
          ...item,
          editions: item.editions.map((edition, at) =>
            at === 0 && number % 3 === 0 ? { ...edition, title: words("zh", number, 280) } : edition,
          ),
          facets: { ...item.facets, country: [state], theme: [...item.facets.theme, "slapp"] },
        };
      }
      for (let number = 0; number < heavy; number += 1) yield heavyItem(number, states, 30_000);
    },
  };
}

export function heavyHead(locales: readonly string[]) {
  const head = madeUpHead(locales);
  return {
    ...head,
    title: [{ text: words("ar", 3, 290), lang: "ar" }],
    about: [{ text: longText("ar", 4, 20_000), lang: "ar" }],
    publisher: `Example Organisation ${"of a long name ".repeat(30)}`,
    mirrors: Array.from(
      { length: 40 },
      (_, at) => `https://mirror-${at}.example.net/${"library/".repeat(10)}`,
    ),
  };
}

export function heavyLabels() {
  const names = Object.fromEntries(
    ownTerms.map((code, at) => [code, [{ text: words("ar", at, 250), lang: "ar" }]]),
  );
  return { theme: names, commitment: names, act: names };
}

/** A row for each State: by forty quarters, and a single number of each. */
export function heavyTables(states: readonly string[]) {
  const [usual] = madeUpTables();
  if (usual === undefined) return [];
  const quarters = Array.from({ length: 40 }, (_, at) => `${2017 + Math.floor(at / 4)}-Q${1 + (at % 4)}`);
  const notes = Array.from({ length: 20 }, (_, at) => [{ text: longText("ar", at, 3_000), lang: "ar" }]);
  const table = (slug: string, columnCodes: readonly string[]) => ({
    ...usual,
    slug,
    notes,
    rowCodes: states,
    columnCodes,
    cells: states.map((_, row) =>
      columnCodes.map((__, column) => ((row + column) % 5 === 0 ? null : row * 1_000 + column)),
    ),
  });
  return [table("by-quarter", quarters), table("single", ["2025-Q1"])];
}
