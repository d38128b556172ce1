import { createTranslator, english, loadCatalogues, shippedLocales } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import { guidesFor, sentenceOf, type Name } from "./guide.ts";
import { freeScreens, vaultScreens } from "../shell/screen-names.ts";
import { guides } from "./guides.ts";

const keysIn = (name: Name | readonly string[]): readonly string[] => {
  if (typeof name === "string") return [name];
  if ("key" in name) return [name.key, ...Object.values(name.values).flatMap(keysIn)];
  return [];
};

const named = guides.flatMap((guide) =>
  guide.steps.flatMap(({ do: act, note, picture, ...names }) => [
    `manual.act.${act}`,
    ...(note === undefined ? [] : [`manual.${guide.name}.${note}`]),
    ...(picture === undefined ? [] : [`manual.${guide.name}.picture.${picture}`]),
    ...Object.entries(names).flatMap(([part, name]) => (part === "file" ? [] : keysIn(name))),
  ]),
);

const kinds = Object.keys(english).flatMap((key) => /^kind\.(\w+)\.one$/.exec(key)?.[1] ?? []);
const screens: readonly string[] = [...freeScreens, ...vaultScreens];

/** An address of every screen, the manual's own aside: of each kind its list, an empty form and a record. */
const addresses = [
  "",
  ...screens.filter((screen) => screen !== "manual"),
  ...kinds.flatMap((kind) => [`list/${kind}`, `new/${kind}`, `${kind}/01ABC`, `${kind}/01ABC/edit`]),
  "case/01ABC/report",
  "case/01ABC/evidence",
  "evidence/01ABC/custody",
  "erase/consent/01ABC",
  "graph/person/01ABC",
  "timeline/case/01ABC",
  "do/deadline.count",
  "do/cycle.begin",
  "words/acts",
];

const nearest = (address: string): string | undefined => guidesFor(guides, address.split("/"))[0]?.name;

describe("the guides of the manual", () => {
  it("name only what the catalogues have", () => {
    const own = guides.flatMap(({ name }) => [`manual.${name}.title`, `manual.${name}.why`]);
    expect([...named, ...own].filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it("leave no sentence of theirs in the catalogues unused", () => {
    const written = Object.keys(english).filter((key) =>
      guides.some(({ name }) => key.startsWith(`manual.${name}.`)),
    );
    expect(written.filter((key) => !/\.(title|why)$/.test(key) && !named.includes(key))).toEqual([]);
  });

  it.each(shippedLocales)("say every step in %s without a gap", async (locale) => {
    const words = createTranslator(locale, await loadCatalogues(locale));
    const sentences = guides.flatMap(({ steps }) => steps.map((step) => sentenceOf(words, step)));
    expect(sentences.filter((sentence) => /[{}]|\$|�/.test(sentence))).toEqual([]);
    expect(new Set(sentences).size).toBeGreaterThan(guides.length);
  });

  it("have one name each", () => {
    const names = guides.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("help with every screen that there is", () => {
    expect(kinds.length).toBeGreaterThan(25);
    expect(addresses.filter((address) => nearest(address) === undefined)).toEqual([]);
  });

  it("name no screen that there is not", () => {
    const known = ["", ...screens, ...kinds];
    const named = guides.flatMap((guide) => guide.screens.flatMap((screen) => screen.split("/").slice(0, 2)));
    expect(named.filter((part) => !known.includes(part) && part !== "deadline.count")).toEqual([]);
  });

  it.each([
    ["", "make-vault"],
    ["import", "import-table"],
    ["table/01ABC", "import-table"],
    ["duplicates/person", "merge-duplicates"],
    ["settings", "lock-and-hide"],
    ["map", "see-map"],
    ["list/savedView", "narrow-list"],
    ["erase/consent/01ABC", "withdraw-and-erase"],
    ["evidence/01ABC/custody", "custody-sheet"],
    ["case/01ABC/report", "make-report"],
    ["vault", "make-copy"],
    ["library", "publish-library"],
    ["words/acts", "own-word"],
    ["assess/begin/child-defenders", "assess-two-raters"],
    ["instruments", "assess-two-raters"],
    ["rating/01ABC", "assess-two-raters"],
    ["new/task", "any-record"],
    ["deadline/01ABC", "follow-lawsuit"],
  ])("opens from the screen %j the guide %s", (address, name) => {
    expect(nearest(address)).toBe(name);
  });

  it("are found from the screen that they help with, the nearest first", () => {
    const [first] = guidesFor(guides, ["happened"]);
    expect(first?.name).toBe("something-happened");
    expect(guidesFor(guides, ["list", "evidence"]).map(({ name }) => name)).toContain("add-evidence");
    expect(guidesFor(guides, []).map(({ name }) => name)).toContain("make-vault");
    expect(guidesFor(guides, ["happenedly"])).toEqual([]);
  });
});
