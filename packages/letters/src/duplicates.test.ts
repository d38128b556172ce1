// The queue of what may be one signer: nothing is lost in it, and nothing in it is merged by the machine.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeQueue, type Decision } from "./duplicates.ts";
import type { Signer } from "./signer.ts";

function signer(id: string, name: string, more: Partial<Signer> = {}): Signer {
  const names = [{ text: name, lang: "und" }];
  return { id, names, country: null, domain: null, aliases: [], visibility: "public", ...more };
}

const linesOf = (signers: readonly Signer[], decisions: readonly Decision[] = []) =>
  mergeQueue(signers, decisions).lines;

describe("signers that may be one", () => {
  it("stand in one line, by name, domain, alias and short form, with the reason", () => {
    const signers = [
      signer("a", "Example Watch e.V.", { domain: "watch.example" }),
      signer("b", "Example Watch"),
      signer("c", "Another name entirely", { domain: "https://www.watch.example/about" }),
      signer("d", "Muster Verein", { aliases: ["Example Network"] }),
      signer("e", "Example Network (EN)"),
      signer("f", "EN"),
      signer("g", "Alone"),
    ];
    expect(linesOf(signers)).toEqual([
      { signatures: ["a", "b", "c"], reasons: ["name", "domain"] },
      { signatures: ["d", "e", "f"], reasons: ["alias"] },
    ]);
  });

  it("meet across scripts where one says both names, and by letters that look alike", () => {
    const both = [
      { text: "منظمة المثال", lang: "ar" },
      { text: "Example Organisation", lang: "en" },
    ];
    const signers = [
      signer("a", "x", { names: both }),
      signer("b", "Example Organisation"),
      signer("c", "منظمه المثال"),
      signer("d", "Ехample Forum"),
      signer("e", "Example Forum"),
    ];
    expect(linesOf(signers)).toEqual([
      { signatures: ["a", "b", "c"], reasons: ["name"] },
      { signatures: ["d", "e"], reasons: ["looks"] },
    ]);
  });

  it("are not those who have their mail at the same large host", () => {
    expect(
      linesOf([signer("a", "One", { domain: "gmail.com" }), signer("b", "Two", { domain: "gmail.com" })]),
    ).toEqual([]);
  });

  it("are one line with a count where the same one signs 500 times, and a decision settles all of them", () => {
    const ids = Array.from({ length: 500 }, (_, at) => `s${at}`);
    const signers = ids.map((id) => signer(id, "Example Watch"));
    expect(linesOf(signers)).toEqual([{ signatures: ids, reasons: ["name"] }]);
    const same: Decision = { how: "same", signatures: ids, keeps: "s0" };
    const queue = mergeQueue(signers, [same]);
    expect(queue.lines).toEqual([]);
    expect(queue.merged.size).toBe(499);
    const again = mergeQueue([...signers, signer("new", "EXAMPLE WATCH")], [same]);
    expect(again.lines).toEqual([{ signatures: ["s0", "new"], reasons: ["name"] }]);
    const apart: Decision = { how: "apart", signatures: ids, keeps: null };
    expect(linesOf(signers, [same, apart])).toEqual([]);
    expect(mergeQueue(signers, [same, apart]).merged.size).toBe(0);
  });

  it("ask again only for whom nobody decided about", () => {
    const signers = [signer("a", "Example"), signer("b", "Example"), signer("c", "Example")];
    const apart: Decision = { how: "apart", signatures: ["a", "b"], keeps: null };
    expect(linesOf(signers.slice(0, 2), [apart])).toEqual([]);
    expect(linesOf(signers, [apart])).toEqual([{ signatures: ["a", "b", "c"], reasons: ["name"] }]);
    expect(linesOf(signers, [apart, { how: "apart", signatures: ["a", "b", "c"], keeps: null }])).toEqual([]);
  });

  it("follow decisions that lead on, and none that lead round in a circle", () => {
    const signers = [signer("a", "Example"), signer("b", "Example"), signer("c", "Example")];
    const on: readonly Decision[] = [
      { how: "same", signatures: ["a", "b"], keeps: "b" },
      { how: "same", signatures: ["b", "c"], keeps: "c" },
    ];
    expect(Object.fromEntries(mergeQueue(signers, on).merged)).toEqual({ a: "c", b: "c" });
    const round: readonly Decision[] = [...on, { how: "same", signatures: ["a", "c"], keeps: "a" }];
    expect([...mergeQueue(signers, round).merged.values()].every((end) => end === "a" || end === "c")).toBe(
      true,
    );
  });

  it("lose nobody: every signer is in at most one line, and those who share a name are in the same", () => {
    const names = [
      "Example Watch",
      "example watch e.V.",
      "예시",
      "Muster (EW)",
      "EW",
      "=1+1",
      "https://x.example",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 40 }), (given) => {
        const signers = given.map((name, at) => signer(String(at), name));
        const lines = linesOf(signers);
        const inLines = lines.flatMap(({ signatures }) => signatures);
        expect(new Set(inLines).size).toBe(inLines.length);
        for (const [at, name] of given.entries()) {
          const other = given.indexOf(name);
          if (other === at) continue;
          expect(
            lines.some(
              ({ signatures }) => signatures.includes(String(at)) && signatures.includes(String(other)),
            ),
          ).toBe(true);
        }
      }),
    );
  });
});
