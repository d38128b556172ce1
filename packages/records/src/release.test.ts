import fc from "fast-check";
import type { Json, RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { histories } from "./acceptance/histories.ts";
import { sample, testRegistry } from "./acceptance/test-registry.ts";
import { fold, valuesOf, type RecordState } from "./fold.ts";
import { incidentKind } from "./kinds/casework.ts";
import { personKind, relationKind } from "./kinds/people.ts";
import { released, type FieldRelease, type ReleaseRules } from "./release.ts";

const record = "0123456789abcdefghjkmnpqrs" as RecordId;
const nobody: ReadonlySet<RecordId> = new Set();

function stateOf(values: Readonly<Record<string, Json>>, kind = "sample"): RecordState {
  const stamp = { chain: "a", sequence: 1, index: 0, depth: 1, commit: "a1", device: "d", at: 1 };
  const patch = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? { add: value } : { set: value },
    ]),
  );
  const operation = { kind, version: 1, record, act: "try", patch };
  return fold(undefined, { ...stamp, seen: new Map([["a", 1]]) }, operation);
}

function rules(
  fields: Readonly<Record<string, FieldRelease>>,
  named = nobody,
  kind = "sample",
): ReleaseRules {
  return { fields: { [kind]: fields }, named };
}

describe("released", () => {
  it("lets out the fields that are named, and says which ones stay", () => {
    const state = stateOf({ tag: "one", amount: 5, later: "x" });
    expect(released(sample, state, rules({ tag: "full" }))).toEqual({
      kind: "sample",
      id: record,
      values: { tag: "one" },
      withheld: ["amount", "later"],
      coarsened: [],
    });
    expect(released(sample, state, { fields: {}, named: nobody }).values).toEqual({});
    expect(released(sample, state, rules({ later: "full" })).values).toEqual({});
  });

  it("never lets out a field that is not named, a name without consent, or what the kind does not accept", () => {
    const kinds = [...testRegistry().kinds.values()];
    const how = fc.constantFrom<FieldRelease>("full", "coarse");
    const allowed = fc.constantFrom(...kinds).chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        fields: fc.dictionary(fc.constantFrom(...Object.keys(kind.fields)), how),
      }),
    );
    fc.assert(
      fc.property(histories, allowed, fc.boolean(), ({ operations }, { kind, fields }, isNamed) => {
        let state: RecordState | undefined;
        for (const { stamp, operation } of operations) state = fold(state, stamp, operation);
        if (state === undefined) return;
        const named = isNamed ? new Set([state.id]) : nobody;
        const out = released(kind, state, rules(fields, named, kind.name));
        const inside = valuesOf(state);
        expect([...Object.keys(out.values), ...out.withheld].toSorted()).toEqual(
          Object.keys(inside).toSorted(),
        );
        for (const [name, value] of Object.entries(out.values)) {
          expect(Object.keys(fields)).toContain(name);
          expect(isNamed || kind.fields[name]?.guard !== "name").toBe(true);
          expect(fields[name] === "coarse" ? inside[name] : value).toEqual(inside[name]);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it("makes dates and places as coarse as the kind says, and says that it did", () => {
    const state = stateOf({
      when: "2024-05-03",
      where: { country: "XA", region: "North", locality: "Town", latitude: 1, longitude: 2 },
      seen: "2024-05-03T09:14:00Z",
    });
    const out = released(sample, state, rules({ when: "coarse", where: "coarse", seen: "coarse" }));
    expect(out.values).toEqual({
      when: "2024-05",
      where: { country: "XA", region: "North" },
      seen: "2024-05",
    });
    expect(out.coarsened.toSorted()).toEqual(["seen", "when", "where"]);
    const already = released(
      sample,
      stateOf({ when: "2024-05", where: { country: "XA" } }),
      rules({ when: "coarse", where: "coarse" }),
    );
    expect(already.coarsened).toEqual([]);
  });

  it("withholds what cannot be made coarser", () => {
    const state = stateOf({
      tag: "one",
      title: { text: "A", lang: "en" },
      where: { locality: "Town" },
      labels: ["x"],
    });
    const out = released(
      sample,
      state,
      rules({ tag: "coarse", title: "coarse", where: "coarse", labels: "coarse" }),
    );
    expect(out.values).toEqual({});
    expect(out.withheld.toSorted()).toEqual(["labels", "tag", "title", "where"]);
  });

  it("withholds values that the kind does not accept, coarse or full, instead of breaking on them", () => {
    const odd = {
      when: "at my mother's",
      where: { street: "5" },
      amount: "words",
      seen: "then",
      title: "plain",
    };
    for (const how of ["full", "coarse"] as const) {
      const fields = Object.fromEntries(Object.keys(odd).map((name) => [name, how]));
      expect(released(sample, stateOf(odd), rules(fields)).values).toEqual({});
    }
    expect(
      released(
        sample,
        stateOf({ tag: ["one", "two"], topics: "three" }),
        rules({ tag: "full", topics: "full" }),
      ).values,
    ).toEqual({});
  });

  it("lets out a name only where it may be given", () => {
    const state = stateOf(
      { name: { text: "A", lang: "en" }, pseudonym: { text: "P", lang: "en" } },
      "person",
    );
    const fields = { name: "full", pseudonym: "full" } as const;
    expect(Object.keys(released(personKind, state, rules(fields, nobody, "person")).values)).toEqual([
      "pseudonym",
    ]);
    const named = rules(fields, new Set([record]), "person");
    expect(Object.keys(released(personKind, state, named).values)).toEqual(["name", "pseudonym"]);
  });
});

describe("what belongs to another field", () => {
  const given = { calendar: "solar-hijri", text: "1404-01-01", edtf: "2025-03-21", sure: true };

  it("leaves in another calendar only where the whole date may leave", () => {
    const state = stateOf({ when: "2025-03-21", whenSaid: given });
    const both = (how: FieldRelease): ReleaseRules => rules({ when: how, whenSaid: how });
    expect(released(sample, state, both("full")).values).toEqual({ when: "2025-03-21", whenSaid: given });
    expect(released(sample, state, both("coarse")).values).toEqual({ when: "2025-03" });
  });

  it("stays inside where concurrent edits left a trait without its reason", () => {
    const state = stateOf({ traitGrounds: ["religion"] }, "person");
    const fields = { person: { traitGrounds: "full" as const } };
    expect(released(personKind, state, { fields, named: new Set([state.id]) }).values).toEqual({});
  });

  it("lets a tie out only where everybody whom it ties may be named", () => {
    const [parent, child] = ["1", "2"].map((end) => `0123456789abcdefghjkmnpqr${end}` as RecordId);
    if (parent === undefined || child === undefined) throw new Error("two people are needed");
    const state = stateOf({ relation: "family.parent", person: parent, to: child }, "relation");
    const fields = { relation: "full", person: "full", to: "full" } as const;
    const values = (...named: readonly RecordId[]) =>
      released(relationKind, state, rules(fields, new Set(named), "relation")).values;
    expect(values(parent)).toEqual({ relation: "family.parent" });
    expect(values(parent, child)).toEqual({ relation: "family.parent", person: parent, to: child });
  });

  it("tells what a text says in other languages without who translated it", () => {
    const told = { text: "Ils attendirent.", lang: "fr", origin: "human-translation" };
    const state = stateOf({ narrativeIn: [{ ...told, by: "Robin", reviewedBy: "Quinn" }] }, "incident");
    const values = (how: FieldRelease) =>
      released(incidentKind, state, rules({ narrativeIn: how }, nobody, "incident")).values["narrativeIn"];
    expect(values("coarse")).toEqual([told]);
    expect(values("full")).toEqual([{ ...told, by: "Robin", reviewedBy: "Quinn" }]);
  });

  it("keeps a word in the place of a code, where it is told which codes are terms", () => {
    const state = stateOf({ country: "Robin" }, "person");
    const open = rules({ country: "full" }, nobody, "person");
    expect(released(personKind, state, open).values).toEqual({ country: "Robin" });
    const isTerm = (vocabulary: string, code: string): boolean => vocabulary === "countries" && code === "XX";
    expect(released(personKind, state, { ...open, isTerm }).values).toEqual({});
    const known = stateOf({ country: "XX" }, "person");
    expect(released(personKind, known, { ...open, isTerm }).values).toEqual({ country: "XX" });
  });

  it("does not tell a child by another name", () => {
    const state = stateOf({ pseudonym: { text: "Falcon", lang: "en" } }, "person");
    const alias = rules({ pseudonym: "full" }, nobody, "person");
    expect(released(personKind, state, alias).values).toHaveProperty("pseudonym");
    expect(released(personKind, state, { ...alias, unseen: new Set([state.id]) }).values).toEqual({});
  });
});
