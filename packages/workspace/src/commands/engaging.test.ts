// What measures, proceedings and incidents are held against: by rules, and by what a person says over them.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import type { EngagementLine } from "../queries/engagement-list.ts";
import type { ProvisionLine } from "../queries/provision-list.ts";
import { stringIn } from "../values.ts";
import { codeOf, createSmallWorkspace, start, type SmallWorkspace } from "../small-workspace.fake.ts";

const english = (text: string) => ({ text, lang: "en" });

let small: SmallWorkspace;
let at: number;
beforeEach(async () => {
  at = start;
  small = await createSmallWorkspace({ clock: () => (at += 1000) });
  await small.workspace.run("commitment.load", {});
});

const commitment = async (reference: string): Promise<RecordId> => {
  const where = [{ field: "reference", value: reference }];
  const { rows } = await small.workspace.view.list({ kind: "commitment", where });
  const [row] = rows;
  if (row === undefined) throw new Error(`no ${reference}`);
  return row.id;
};
const heldBy = async (record: RecordId): Promise<readonly string[]> => {
  const values = valuesOf((await small.workspace.view.read(record)) as RecordState);
  const ids = (values["commitments"] ?? []) as readonly RecordId[];
  const states = await small.workspace.view.readMany(ids);
  return states.map((state) => stringIn(valuesOf(state)["reference"]) ?? "");
};
const lines = async (record: RecordId): Promise<readonly EngagementLine[]> =>
  (await small.workspace.ask("engagement.list", { record })) as readonly EngagementLine[];

describe("record.engage", () => {
  it("holds a measure and a proceeding against what the rules say", async () => {
    const measure = await small.create("measure", { title: "Cameras", measureKind: "deployment.biometric" });
    await small.make("record.engage", { record: measure });
    expect((await heldBy(measure)).toSorted()).toEqual(["C-BIO-1", "C-BIO-2"]);
    const suit = await small.create("proceeding", {
      title: "A suit",
      proceedingKind: "civil",
      charges: ["defamation"],
      country: "NO",
    });
    await small.make("record.engage", { record: suit });
    expect((await heldBy(suit)).toSorted()).toEqual(["C-SLAPP-1", "COE-SLAPP-1"]);
    expect(await small.workspace.run("record.engage", { record: suit })).toMatchObject({ operations: 0 });
  });

  it("holds an incident against what its acts and the rules say together", async () => {
    const incident = await small.create("incident", {
      title: "i",
      acts: ["spyware.attempt"],
      borderActor: "proxy",
    });
    await small.make("incident.engage", { incident });
    expect((await heldBy(incident)).toSorted()).toEqual(["C-SPY-1", "C-TNR-1"]);
    const found = await lines(incident);
    expect(found.map(({ reference, rules }) => [reference, rules])).toEqual(
      expect.arrayContaining([
        ["C-SPY-1", ["acts"]],
        ["C-TNR-1", ["incident.across-border"]],
      ]),
    );
  });

  it("refuses records in which nothing engages commitments", async () => {
    const task = await small.create("task", { title: "Write" });
    expect(await codeOf(() => small.workspace.run("record.engage", { record: task }))).toBe(
      "records.bad-input",
    );
  });
});

describe("engagement.decide", () => {
  const decide = async (record: RecordId, reference: string, decision: string, reason = "We looked.") =>
    small.workspace.run("engagement.decide", {
      record,
      commitment: await commitment(reference),
      decision,
      reason: english(reason),
    });

  it("adds what no rule says, with the reason", async () => {
    const measure = await small.create("measure", { title: "A plan", measureKind: "policy" });
    await decide(measure, "C-CON-3", "added", "It closes small operators.");
    expect(await heldBy(measure)).toEqual(["C-CON-3"]);
    expect(await lines(measure)).toMatchObject([
      {
        reference: "C-CON-3",
        rules: [],
        isHeld: true,
        decision: { decision: "added", reason: "It closes small operators." },
      },
    ]);
  });

  it("takes away what a rule says, and no rule links it again", async () => {
    const measure = await small.create("measure", { title: "Cameras", measureKind: "deployment.biometric" });
    await small.make("record.engage", { record: measure });
    await decide(measure, "C-BIO-1", "refused", "It opens one door with one card.");
    expect(await heldBy(measure)).toEqual(["C-BIO-2"]);
    expect(await small.workspace.run("record.engage", { record: measure })).toMatchObject({ operations: 0 });
    const refusedLine = (await lines(measure)).find(({ reference }) => reference === "C-BIO-1");
    expect(refusedLine).toMatchObject({
      rules: ["measure.biometric"],
      isHeld: false,
      decision: { decision: "refused" },
    });
  });

  it("lets what was said last hold", async () => {
    const measure = await small.create("measure", { title: "Cameras", measureKind: "deployment.biometric" });
    await decide(measure, "C-BIO-1", "refused");
    await decide(measure, "C-BIO-1", "added", "We looked again.");
    expect(await heldBy(measure)).toEqual(["C-BIO-1"]);
    await small.make("record.engage", { record: measure });
    expect((await heldBy(measure)).toSorted()).toEqual(["C-BIO-1", "C-BIO-2"]);
    expect(await small.workspace.view.count("engagement")).toBe(2);
  });

  it("writes nothing for a decision that there is not, or without a reason", async () => {
    const measure = await small.create("measure", { title: "Cameras" });
    expect(await codeOf(() => decide(measure, "C-BIO-1", "violated"))).toBe("records.unknown-code");
    const said = { record: measure, commitment: await commitment("C-BIO-1"), decision: "added" };
    expect(await codeOf(() => small.workspace.run("engagement.decide", said))).toBe("records.missing-field");
    expect(await heldBy(measure)).toEqual([]);
  });
});

describe("provision.list", () => {
  it("goes from each text to its commitments, their criteria, and the instruments that ask about them", async () => {
    const provisions = (await small.workspace.ask("provision.list", {})) as readonly ProvisionLine[];
    expect(provisions).toHaveLength(7);
    const promises = provisions.flatMap((each) => each.commitments);
    const loaded = await small.workspace.view.count("commitment");
    expect(promises).toHaveLength(loaded);
    const spyware = promises.find(({ id }) => id === "C-SPY-1");
    expect(spyware?.wordings.map(({ followed }) => followed)).toEqual([true, false]);
    expect(spyware?.criteria.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["SPY-TECHNOLOGY", "SPY-ACTOR"]),
    );
    expect(spyware?.instruments).toContain("technology-transfer@1");
    expect(promises.find(({ id }) => id === "EU-SLAPP-6")).toMatchObject({
      place: { text: "Art. 16", confirmed: true },
      appliesTo: "eu-directive",
    });
  });
});
