import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { foldForSearch } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import type { BuiltLibrary } from "../library.fake.ts";
import { build, editionWith, fileOf, itemWith, libraryOf } from "../library.fake.ts";
import { searchScript } from "./search-script.ts";

interface Search {
  readonly terms: (typed: string) => readonly { readonly tokens: readonly string[] }[];
  readonly search: (
    typed: string,
    count: number,
    load: (piece: number) => Promise<Readonly<Record<string, string>>>,
  ) => Promise<readonly number[]>;
}

function runScript(): Search {
  const self: { Intl: typeof Intl; librarySearch?: Search } = { Intl };
  runInNewContext(searchScript, { self, Intl });
  if (self.librarySearch === undefined) throw new Error("The script did not run");
  return self.librarySearch;
}

const texts: readonly (readonly [string, string])[] = [
  ["en", "The ministry ordered shutdowns of the network"],
  ["ar", "المدافعون عن حقوق الإنسان يطلبون إنهاء المراقبة في المدينة"],
  ["ko", "시장에서 열린 집회를 취재한 기자에게 내려진 명령"],
  ["zh", "法院撤销了对记者的监控命令"],
  ["th", "ศาลยกเลิกคำสั่งปิดกั้นอินเทอร์เน็ตในจังหวัด"],
  ["fr", "La surveillance des journalistes a été condamnée à l’unanimité"],
  ["es", "Las defensoras publicaron pruebas del espionaje"],
  ["fa", "روزنامه‌نگاران از قطع اینترنت گزارش دادند"],
];

const built = build(
  libraryOf(
    texts.map(([lang, title], number) =>
      itemWith({ slug: `text-${number}`, editions: [editionWith(lang, { title })] }),
    ),
  ),
);

async function found(typed: string, library: BuiltLibrary): Promise<readonly string[]> {
  const count = Number(/data-count="(\d+)"/.exec(fileOf(library, "en/search.html"))?.[1]);
  const load = async (piece: number): Promise<Record<string, string>> => {
    const text = fileOf(library, `search/${piece}.js`);
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))) as Record<string, string>;
  };
  const places = await runScript().search(typed, count, load);
  return places.map((place) => texts[place]?.[0] ?? "?");
}

describe("the script of the search", () => {
  it("weighs at most 6 kB", () => {
    expect(gzipSync(searchScript).length).toBeLessThanOrEqual(6_000);
  });

  it.each([
    ["", "", ""],
    ["?q=shutdown", "", "shutdown"],
    ["", "typed early", "typed early"],
    ["?q=shutdown", "typed early", "typed early"],
  ])("with the address %j and %j in the field, leaves %j there", (search, early, left) => {
    const q = { value: early };
    const element = { dataset: { root: "search/", count: "1", size: "50" }, elements: { q } };
    const document = {
      getElementById: () => element,
      createElement: () => ({}),
      head: { append: () => undefined },
    };
    runInNewContext(searchScript, { self: { Intl }, Intl, document, location: { search }, URLSearchParams });
    expect(q.value).toBe(left);
  });

  it("folds what is typed as the index folds texts", () => {
    const { terms } = runScript();
    const samples = [
      ...texts.map(([, text]) => text),
      "Ärger Œuvre ŁÓDŹ straße ﬁne",
      "الْمُدَافِعُونَ ١٢٣ كتابة ى ک ی",
      "об'єднання Ёлка",
      "ﾊﾝｶｸ カナ 漢字 กรุงเทพ",
      "A\u202eB\u00adC ९८",
    ];
    for (const sample of samples)
      expect(terms(sample).flatMap(({ tokens }) => [...tokens])).toEqual(foldForSearch(sample).slice(0, 60));
  });

  it.each([
    ["shutdown", "en"],
    ["ORDER ministry", "en"],
    ["حقوق", "ar"],
    ["مدينة", "ar"],
    ["مدافع", "ar"],
    ["المراقبه", "ar"],
    ["시장", "ko"],
    ["기자", "ko"],
    ["집회가", "ko"],
    ["监控", "zh"],
    ["记者的监控", "zh"],
    ["อินเทอร์เน็ต", "th"],
    ["journaliste", "fr"],
    ["unanimite", "fr"],
    ["publicar", "es"],
    ["defensora", "es"],
    ["اینترنت", "fa"],
  ])("finds %s in %s", async (typed, lang) => {
    expect(await found(typed, await built)).toContain(lang);
  });

  it("finds nothing where a word is missing", async () => {
    expect(await found("ministry zebra", await built)).toEqual([]);
    expect(await found("constructor __proto__", await built)).toEqual([]);
  });

  it("names nothing that was withdrawn", async () => {
    const gone = itemWith({
      editions: [editionWith("en", { title: "Vanished zebra" })],
      withdrawn: { when: "2026-10-01T00:00:00Z", reason: null },
    });
    const { files } = await build(libraryOf([gone]));
    const pieces = [...files].filter(([path]) => path.startsWith("search/")).map(([, text]) => text);
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.join("")).not.toContain("zebra");
  });
});
