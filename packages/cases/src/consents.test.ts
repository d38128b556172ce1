import { createId, type RecordId } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingConsents, namedPersons, type ConsentOnFile, type PlannedRelease } from "./consents.ts";
import { audienceCodes, consentUseCodes, type Audience } from "./work.ts";

let drawn = 0;
const id = (): RecordId => createId((length) => new Uint8Array(length).fill((drawn += 1)));
const [editor, brother, file, otherFile] = [id(), id(), id(), id()];
const now = Date.parse("2026-11-23T12:00:00Z");

const release = (audience: Audience, more: Partial<PlannedRelease> = {}): PlannedRelease => ({
  audience,
  case: file,
  now,
  ...more,
});

/** A consent to everything, in force, unless said otherwise. */
const consent = (more: Partial<ConsentOnFile> = {}): ConsentOnFile => ({
  id: id(),
  person: editor,
  uses: consentUseCodes,
  namesToGovernment: true,
  namesPublished: true,
  given: "2026-01-10",
  ...more,
});

const reasonsFor = (consents: readonly ConsentOnFile[], audience: Audience): readonly string[] =>
  missingConsents([{ id: editor }], consents, release(audience)).map(({ reason }) => reason);

describe("missingConsents", () => {
  it("withholds every name without a consent, for every audience", () => {
    for (const audience of audienceCodes) expect(reasonsFor([], audience)).toEqual(["no-consent"]);
  });

  it("allows a name by an explicit yes to the use and to the question", () => {
    for (const audience of audienceCodes) expect(reasonsFor([consent()], audience)).toEqual([]);
  });

  it.each([
    ["internal", "documentation"],
    ["partner", "sharing"],
    ["un-body", "un-body"],
    ["government", "government"],
    ["court", "court"],
    ["public", "publication"],
  ] as const)("needs for %s the use %s, and takes no other in its place", (audience, use) => {
    const others = consentUseCodes.filter((code) => code !== use);
    expect(reasonsFor([consent({ uses: others })], audience)).toEqual(["consent-other-audience"]);
    expect(reasonsFor([consent({ uses: [use] })], audience)).toEqual([]);
  });

  it("needs a yes to names before a government, also by way of a UN body", () => {
    for (const audience of ["government", "un-body"] as const) {
      expect(reasonsFor([consent({ namesToGovernment: false })], audience)).toEqual([
        "consent-other-audience",
      ]);
      const { namesToGovernment: _, ...unanswered } = consent();
      expect(reasonsFor([unanswered], audience)).toEqual(["consent-other-audience"]);
    }
    expect(reasonsFor([consent({ namesToGovernment: false })], "public")).toEqual([]);
  });

  it("needs a yes to published names before the public, and says when the answer was no", () => {
    const [refused] = missingConsents(
      [{ id: editor }],
      [consent({ namesPublished: false })],
      release("public"),
    );
    expect(refused).toMatchObject({ reason: "consent-other-audience", refused: true });
    const { namesPublished: _, ...unanswered } = consent();
    const [missing] = missingConsents([{ id: editor }], [unanswered], release("public"));
    expect(missing).toMatchObject({
      refused: false,
      needed: { use: "publication", answer: "namesPublished" },
    });
  });

  it("ends a consent after its last day, and a vague end at its beginning", () => {
    const until = (date: string): readonly string[] => reasonsFor([consent({ until: date })], "court");
    expect(until("2026-11-23")).toEqual([]);
    expect(until("2026-11-22")).toEqual(["consent-ended"]);
    expect(until("2026-12")).toEqual([]);
    expect(until("2026-11")).toEqual(["consent-ended"]);
    expect(until("2026-11-23?")).toEqual(["consent-ended"]);
    expect(until("2026")).toEqual(["consent-ended"]);
    expect(until("some day")).toEqual(["consent-ended"]);
    expect(until("2026-01-01/..")).toEqual(["consent-ended"]);
  });

  it("does not count a consent before it is given", () => {
    expect(reasonsFor([consent({ given: "2026-11-24" })], "court")).toEqual(["no-consent"]);
    expect(reasonsFor([consent({ given: "unreadable" })], "court")).toEqual(["no-consent"]);
  });

  it("counts a withdrawal at once, whatever date it bears", () => {
    for (const withdrawn of ["2026-05-01", "2027-01-01", "unreadable"])
      expect(reasonsFor([consent({ withdrawn })], "public")).toEqual(["consent-withdrawn"]);
  });

  it("lets a withdrawal end the consents beside it, and only a newer one allow again", () => {
    const withdrawn = consent({ withdrawn: "2026-05-01" });
    expect(reasonsFor([withdrawn, consent({ given: "2026-03-01" })], "public")).toEqual([
      "consent-withdrawn",
    ]);
    expect(reasonsFor([withdrawn, consent({ given: "2026-05" })], "public")).toEqual(["consent-withdrawn"]);
    const { given: _, ...undated } = consent();
    expect(reasonsFor([withdrawn, undated], "public")).toEqual(["consent-withdrawn"]);
    expect(reasonsFor([withdrawn, consent({ given: "2026-05-02" })], "public")).toEqual([]);
  });

  it("takes a consent for another case, or of another person, for none", () => {
    expect(reasonsFor([consent({ case: otherFile })], "court")).toEqual(["no-consent"]);
    expect(reasonsFor([consent({ case: file })], "court")).toEqual([]);
    expect(reasonsFor([consent({ person: brother })], "court")).toEqual(["no-consent"]);
    const general = missingConsents([{ id: editor }], [consent({ case: file })], { audience: "court", now });
    expect(general).toHaveLength(1);
  });

  it("withholds a name that must never leave, whatever was consented to", () => {
    const persons = [{ id: editor, flags: ["in-exile", "name-never"] }];
    expect(missingConsents(persons, [consent()], release("internal"))).toMatchObject([
      { reason: "protected" },
    ]);
  });

  it("points to the consent that fails", () => {
    const ended = consent({ until: "2026-02-01" });
    expect(missingConsents([{ id: editor }], [ended], release("court"))[0]?.consent).toBe(ended.id);
  });

  it("names exactly those who are not withheld", () => {
    const persons = [{ id: editor }, { id: brother }];
    expect(namedPersons(persons, [consent()], release("public"))).toEqual(new Set([editor]));
  });

  it("never names anybody whose every consent lacks the use, has ended, or is withdrawn", () => {
    const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
      fc.option(value, { nil: undefined });
    const flawed = fc.oneof(
      fc.record({ uses: fc.constant([]), until: maybe(fc.constant("2027-01-01")) }),
      fc.record({
        until: fc.constantFrom("2020", "2026-11-22", "x"),
        uses: fc.subarray([...consentUseCodes]),
      }),
      fc.record({ withdrawn: fc.constantFrom("2026-11-23", "2030", "?") }),
    );
    fc.assert(
      fc.property(
        fc.array(flawed, { maxLength: 4 }),
        fc.constantFrom(...audienceCodes),
        (flaws, audience) => {
          const consents = flaws.map((flaw) => {
            const kept = Object.fromEntries(Object.entries(flaw).filter(([, value]) => value !== undefined));
            return { ...consent(), ...kept };
          });
          return namedPersons([{ id: editor }], consents, release(audience)).size === 0;
        },
      ),
      { numRuns: 300, seed: 58 },
    );
  });
});
