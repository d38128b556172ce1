import { formOf, personKind, consentKind } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { heldBack, mergedChange, patchedValues, unmetNeeds } from "./needs.ts";

const person = formOf(personKind).fields;
const reason = { text: "The charge says so.", lang: "en" };

describe("fields that stand only together", () => {
  it("are sent together, and hold nothing else back", () => {
    const trait = { traitGrounds: { add: ["religion"] } };
    const held = heldBack(person, {}, { ...trait, gender: { set: "woman" } });
    expect(held).toEqual({ send: { gender: { set: "woman" } }, hold: trait });
    const both = { ...held.hold, traitReason: { set: reason } };
    expect(heldBack(person, {}, both)).toEqual({ send: both, hold: {} });
  });

  it("wait too where the one that is needed is cleared", () => {
    const values = { traitGrounds: ["religion"], traitReason: reason };
    expect(heldBack(person, values, { traitReason: { clear: true } }).send).toEqual({});
    const gone = { traitGrounds: { remove: ["religion"] }, traitReason: { clear: true } } as const;
    expect(heldBack(person, values, gone).hold).toEqual({});
  });

  it("need the other one only for the terms that ask for it", () => {
    const fields = formOf(consentKind).fields;
    expect(unmetNeeds(fields, { guardian: "given" })).toEqual([]);
    expect(unmetNeeds(fields, { guardian: "unsafe-to-ask" })).toEqual([
      { field: "guardian", needed: "guardianReason" },
    ]);
  });

  it("keep every choice that was made while they waited", () => {
    const twice = mergedChange({ add: ["religion"] }, { add: ["health"] });
    expect(patchedValues({}, { traitGrounds: twice })).toEqual({ traitGrounds: ["religion", "health"] });
    const back = mergedChange(twice, { remove: ["religion"] });
    expect(patchedValues({}, { traitGrounds: back })).toEqual({ traitGrounds: ["health"] });
    expect(mergedChange({ set: "given" }, { set: "refused" })).toEqual({ set: "refused" });
  });
});
