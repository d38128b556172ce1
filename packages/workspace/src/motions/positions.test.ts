// Nobody lets positions out in passing: not in bulk, not by an import, not by taking back that they were kept in.
import type { RecordId } from "@tocsin/core";
import {
  create,
  encodeOperation,
  positionKind,
  valuesOf,
  type Operation,
  type Position,
} from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import { exportRecords } from "../export-records.ts";
import { importRecords } from "../imports/import-records.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";

const en = (text: string) => ({ text, lang: "en" });
let small: SmallWorkspace;
let values: Position;
let position: RecordId;

beforeEach(async () => {
  small = await createSmallWorkspace();
  const negotiation = await small.create("negotiation", { title: "Example resolution" });
  values = {
    negotiation,
    delegation: en("Delegation of Example State A"),
    stance: "oppose",
    source: en("Example source"),
    confidence: "doubted",
  };
  position = await small.create("position", { ...values });
});

const isOut = async (record = position): Promise<boolean> => {
  const state = await small.workspace.view.read(record);
  return state !== undefined && valuesOf(state)["mayLeave"] === true;
};
const letOut = () =>
  small.workspace.run("position.let-out", { position, by: en("A. Reader"), why: en("Said in public") });

describe("letting out", () => {
  const ticking: Operation = {
    kind: "position",
    version: 1,
    record: "" as RecordId,
    act: "records.import",
    patch: { mayLeave: { set: true } },
  };
  async function* payloads(operations: readonly Operation[]) {
    for (const operation of operations) yield encodeOperation(operation);
  }

  it("is refused in an act that is written in bulk, and the whole act counts for nothing", async () => {
    const { isCode } = small.workspace.registry;
    const record = small.workspace.context.newId();
    const other = create(positionKind, values, { record, act: "records.import", isCode });
    const writing = () => small.workspace.writeStep(payloads([other, { ...ticking, record: position }]));
    expect(await codeOf(writing)).toBe("workspace.stays-inside");
    expect(await isOut()).toBe(false);
    expect(await small.workspace.view.read(record)).toBeUndefined();
  });

  it("is refused among operations of a service", async () => {
    const writing = () => small.workspace.write([{ ...ticking, record: position }]);
    expect(await codeOf(writing)).toBe("workspace.stays-inside");
  });

  it("does not come in with an export of another vault", async () => {
    await letOut();
    const exported = await exportRecords(small.workspace, {
      kind: "position",
      audience: "internal",
      format: "json",
      isWhole: true,
      approvedBy: en("B. Approver"),
      sha256: sha256Of,
      acceptDifferences: true,
    });
    expect(exported.rows).toBe(1);
    const other = await createSmallWorkspace();
    // Neither how it is known nor the tick leaves in an export: somebody would have written them in.
    const text = new TextDecoder().decode(exported.bytes);
    const source = JSON.stringify(en("Example source"));
    const whole = text.replace(
      /"stance":\s*"oppose"/u,
      (stance) => `${stance},"source":${source},"mayLeave":true`,
    );
    expect(whole).toContain("mayLeave");
    await importRecords(other.workspace, { bytes: new TextEncoder().encode(whole), dryRun: false });
    const state = await other.workspace.view.read(position);
    expect(state && valuesOf(state)).toMatchObject({ stance: "oppose" });
    expect(state && valuesOf(state)).not.toHaveProperty("mayLeave");
  });

  it("is taken back by an undo, and not done again by a redo", async () => {
    await letOut();
    expect(await isOut()).toBe(true);
    await small.workspace.run("record.undo", { record: position });
    expect(await isOut()).toBe(false);
    const again = () => small.workspace.run("record.redo", { record: position });
    expect(await codeOf(again)).toBe("workspace.stays-inside");
    await letOut();
    await small.workspace.run("position.keep-in", { position });
    const undoing = () => small.workspace.run("record.undo", { record: position });
    expect(await codeOf(undoing)).toBe("workspace.stays-inside");
    expect(await isOut()).toBe(false);
  });
});
