import type { Json, RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { sample } from "./acceptance/test-registry.ts";
import { limits } from "./field-values.ts";
import { caseKind, incidentKind } from "./kinds/casework.ts";
import { consentKind, personKind } from "./kinds/people.ts";
import type { Patch } from "./operation.ts";
import { checkNeeds, create, parsePatch, patchOf } from "./patch.ts";

const id = "0123456789abcdefghjkmnpqrs" as RecordId;

/** Single values by field of the sample kind: what is taken, and what is not. */
const singles: readonly (readonly [field: string, good: readonly Json[], bad: readonly Json[]])[] = [
  [
    "title",
    [
      { text: "A", lang: "en" },
      { text: "ب", lang: "ar-EG" },
      { text: "?", lang: "und" },
    ],
    [
      "A",
      { text: "A" },
      { text: " ", lang: "en" },
      { text: "A", lang: "english" },
      { text: "A", lang: "en", by: "me" },
      null,
    ],
  ],
  [
    "tag",
    ["a", "x".repeat(limits.string)],
    ["", " \n", 3, "x".repeat(limits.string + 1), "a\0b", "\ud800", null],
  ],
  ["amount", [0, -5, 2 ** 40], [1.5, "3", 2 ** 60, null]],
  ["isOpen", [true, false], ["yes", 1, null]],
  [
    "when",
    ["2025", "2025-05", "2025-05-03", "2025-05-03~", "2025-05/..", "2025-05-XX"],
    ["May 2025", "2025-13", "", 2025, "../.."],
  ],
  [
    "seen",
    ["2025-05-03T09:14:00Z", "2025-05-03T09:14:00.5Z"],
    ["2025-05-03", "2025-05-03T09:14:00", "2025-13-03T09:14:00Z", 5],
  ],
  [
    "where",
    [{ country: "XA" }, { latitude: 1, longitude: -1 }],
    [{}, { country: "xa" }, { latitude: 1 }, { town: "A" }, "XA", []],
  ],
  ["status", ["any"], ["", 3, "x".repeat(121), null]],
  ["parent", [id], ["1", id.toUpperCase(), `${id}a`, 5, null]],
  ["extra", [null, 1, "a", [1, { b: [] }]], [1.5, "x".repeat(limits.data + 1)]],
];
/** Elements by field, likewise. */
const sets: typeof singles = [
  ["aliases", [{ text: "A", lang: "en" }], ["A", { text: "A" }]],
  ["topics", ["a"], ["", 3]],
  ["others", [id], ["1"]],
  ["labels", ["a"], ["", 3]],
];

const badValue = expect.objectContaining({ name: "RecordsError" });

describe("parsePatch", () => {
  it.each(singles)("takes and refuses values of %s", (field, good, bad) => {
    for (const set of good) expect(parsePatch(sample, { [field]: { set } })).toEqual({ [field]: { set } });
    for (const set of bad)
      expect(() => parsePatch(sample, { [field]: { set } }), JSON.stringify(set).slice(0, 80)).toThrow(
        badValue,
      );
    expect(parsePatch(sample, { [field]: { clear: true } })).toEqual({ [field]: { clear: true } });
    expect(() => parsePatch(sample, { [field]: { add: good } })).toThrow(/only a set/);
  });

  it.each(sets)("takes and refuses elements of %s", (field, good, bad) => {
    expect(parsePatch(sample, { [field]: { add: good } })).toEqual({ [field]: { add: good } });
    for (const each of bad)
      expect(() => parsePatch(sample, { [field]: { add: [...good, each] } })).toThrow(badValue);
    expect(() => parsePatch(sample, { [field]: { set: good } })).toThrow(/add and remove/);
    expect(() => parsePatch(sample, { [field]: { clear: true } })).toThrow(/removing/);
  });

  it("lets any element out of a set, so that what a later kind refuses can still be removed", () => {
    expect(parsePatch(sample, { topics: { remove: [5] } })).toEqual({ topics: { remove: [5] } });
  });

  it("names the kind and the field in its error, and not the value", () => {
    const wrong = { amount: { set: "secret words" } };
    expect(() => parsePatch(sample, wrong)).toThrow(
      expect.objectContaining({ code: "records.bad-value", details: { kind: "sample", field: "amount" } }),
    );
    expect(() => parsePatch(sample, wrong)).not.toThrow(/secret words/);
  });

  it("refuses fields that the kind does not have, names of every object included", () => {
    for (const field of ["nothing", "constructor", "toString", "__proto__"])
      expect(() => parsePatch(sample, JSON.parse(`{"${field}": {"set": 1}}`))).toThrow(badValue);
  });

  it("asks whether codes are known", () => {
    const isCode = (vocabulary: string, code: string): boolean => vocabulary === "acts" && code === "raid";
    expect(parsePatch(incidentKind, { acts: { add: ["raid"] } }, isCode)).toEqual({
      acts: { add: ["raid"] },
    });
    expect(() => parsePatch(incidentKind, { acts: { add: ["other"] } }, isCode)).toThrow(
      expect.objectContaining({ code: "records.unknown-code" }),
    );
    expect(() => parsePatch(incidentKind, { status: { set: "raid" } }, isCode)).toThrow(badValue);
  });

  it("does not share data with the one who gave it", () => {
    const given = { extra: { set: { list: [1] } } };
    const parsed = parsePatch(sample, given);
    given.extra.set.list.push(2);
    expect(parsed).toEqual({ extra: { set: { list: [1] } } });
  });
});

describe("create", () => {
  const options = { record: id, act: "record.create" };

  it("makes an operation of sets and additions, without what is absent", () => {
    const values = { title: { text: "A", lang: "en" }, flags: ["child"], status: "open" };
    expect(create(caseKind, values, options)).toEqual({
      kind: "case",
      version: 1,
      record: id,
      act: "record.create",
      patch: { title: { set: values.title }, flags: { add: ["child"] }, status: { set: "open" } },
    });
    expect(patchOf(caseKind, { ...values, flags: [], status: undefined })).toEqual({
      title: { set: values.title },
    });
  });

  it("asks for what is required", () => {
    expect(() => create(caseKind, { status: "open" }, options)).toThrow(
      expect.objectContaining({ code: "records.missing-field", details: { kind: "case", field: "title" } }),
    );
  });
});

describe("a date in another calendar", () => {
  it("sets the date that it comes to, unless the patch says that one too", () => {
    const whenSaid = { set: { calendar: "solar-hijri", text: "1404-01-01" } };
    expect(parsePatch(sample, { whenSaid })["when"]).toEqual({ set: "2025-03-21" });
    expect(parsePatch(sample, { whenSaid, when: { set: "2025" } })["when"]).toEqual({ set: "2025" });
    expect(parsePatch(sample, { whenSaid, when: { clear: true } })["when"]).toEqual({ clear: true });
  });

  it("leaves the date alone where nobody can convert it", () => {
    const whenSaid = { set: { calendar: "hijri", text: "the night of the power cut" } };
    expect(parsePatch(sample, { whenSaid })).toEqual({
      whenSaid: { set: { calendar: "hijri", text: "the night of the power cut", sure: false } },
    });
  });
});

describe("a field that needs another one", () => {
  const name = { text: "Robin Example", lang: "en" };
  const traitReason = { text: "The caller named her faith.", lang: "en" };

  it("is refused at the door without it, in a new record and in a change", () => {
    expect(() => patchOf(personKind, { name, traitGrounds: ["religion"] })).toThrow("traitReason");
    expect(() => patchOf(personKind, { name, traitGrounds: ["religion"], traitReason })).not.toThrow();
    const before = { name, traitGrounds: ["religion"], traitReason };
    const change =
      (patch: Patch): (() => void) =>
      () =>
        checkNeeds(personKind, patch, before);
    expect(change({ traitReason: { clear: true } })).toThrow("traitReason");
    expect(change({ traitReason: { clear: true }, traitGrounds: { remove: ["religion"] } })).not.toThrow();
    expect(change({ pseudonym: { set: name } })).not.toThrow();
    expect(() => checkNeeds(personKind, { traitGrounds: { add: ["health"] } }, { name })).toThrow(
      "traitReason",
    );
  });

  it("can need it with some codes alone", () => {
    const scope = { text: "Everything", lang: "en" };
    expect(() => patchOf(consentKind, { scope, guardian: "given" })).not.toThrow();
    expect(() => patchOf(consentKind, { scope, guardian: "unsafe-to-ask" })).toThrow("guardianReason");
  });
});

describe("names and translations", () => {
  it("say which name is used, and who translated and reviewed", () => {
    const used = { text: "أمينة", lang: "ar", used: true };
    expect(parsePatch(sample, { aliases: { add: [used] } })).toEqual({ aliases: { add: [used] } });
    const full = { text: "ملاحظة", lang: "ar", origin: "human", by: "Robin", reviewedBy: "Kim" };
    expect(parsePatch(sample, { noteIn: { add: [full] } })).toEqual({ noteIn: { add: [full] } });
    for (const bad of [
      { aliases: { add: [{ ...used, used: "yes" }] } },
      { noteIn: { add: [{ ...full, by: "" }] } },
      { noteIn: { add: [{ ...full, more: 1 }] } },
    ])
      expect(() => parsePatch(sample, bad)).toThrow("Cannot read sample");
  });
});
