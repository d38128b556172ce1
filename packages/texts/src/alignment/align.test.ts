import { describe, expect, it } from "vitest";
import { makeRedraft } from "../../../../tools/make-redrafts.ts";
import { alignTexts } from "./align.ts";

const texts = (...all: readonly string[]) => all.map((text) => ({ text, label: null }));
const long = {
  spyware:
    "Calls upon all States to regulate the export of commercial spyware and to publish every licence granted",
  courts:
    "Urges States to ensure that no journalist is brought before a court for a report in the public interest",
  children: "Stresses that child human rights defenders need protection online, in schools and at assemblies",
  network:
    "Condemns unequivocally measures that intentionally cut access to networks during elections or protests",
};

describe("alignTexts", () => {
  it("finds what stayed, what changed, what came and what went", () => {
    const { links, removed, added } = alignTexts(
      texts(long.spyware, long.courts, long.network),
      texts(long.spyware, long.children, long.network.replace("Condemns unequivocally", "Takes note of")),
      "en",
    );
    expect(links.map(({ before, after }) => [before, after])).toEqual([
      [[0], [0]],
      [[2], [2]],
    ]);
    expect(links[0]?.score).toBe(1);
    expect([removed, added]).toEqual([[1], [1]]);
  });

  it("finds a paragraph that was parted, and two that were put together", () => {
    const half = long.spyware.indexOf("and to");
    const parted = [long.spyware.slice(0, half), `Also calls upon States ${long.spyware.slice(half + 4)}`];
    expect(
      alignTexts(texts(long.courts, long.spyware), texts(long.courts, ...parted), "en").links.at(-1),
    ).toMatchObject({ before: [1], after: [1, 2] });
    expect(
      alignTexts(texts(long.courts, long.network), texts(`${long.courts}, and ${long.network}`), "en").links,
    ).toMatchObject([{ before: [0, 1], after: [0] }]);
  });

  it("says which paragraph left the order of the others", () => {
    const { links } = alignTexts(
      texts(long.spyware, long.courts, long.children, long.network),
      texts(long.courts, long.children, long.network, long.spyware),
      "en",
    );
    expect(links.filter(({ moved }) => moved).map(({ before }) => before)).toEqual([[0]]);
  });

  it("pairs repeated paragraphs in their order, and decides between equals by the label", () => {
    const { links } = alignTexts(
      texts("Decides.", "Decides.", "Decides."),
      texts("Decides.", "Decides."),
      "en",
    );
    expect(links.map(({ before, after }) => [...before, ...after])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const near = (number: string, label: string) => ({ text: `${long.courts} ${number}`, label });
    const chosen = alignTexts([near("one", "OP1"), near("two", "OP2")], [near("three", "OP2")], "en").links;
    expect(chosen.map(({ before }) => before)).toEqual([[1]]);
  });

  it.each(["en", "ar"] as const)("reaches F1 .98 on redrafts whose truth is known (%s)", (language) => {
    let [right, wrong, missed] = [0, 0, 0];
    for (let seed = 0; seed < 6; seed += 1) {
      const { before, after, truth } = makeRedraft({ seed, paragraphs: 120, language });
      const { links } = alignTexts(texts(...before), texts(...after), language);
      const found = links.flatMap((link) =>
        link.before.flatMap((one) => link.after.map((other) => `${one},${other}`)),
      );
      const known = new Set(truth.map(String));
      const hits = found.filter((each) => known.has(each)).length;
      [right, wrong, missed] = [right + hits, wrong + found.length - hits, missed + known.size - hits];
    }
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThanOrEqual(0.98);
  });

  it("comes to an end with 10,000 paragraphs that are all but the same", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `${long.courts} ${at}`);
    const { links } = alignTexts(texts(...many), texts(...many.slice(0, -1), "Decides."), "en");
    expect(links).toHaveLength(9_999);
  });
});
