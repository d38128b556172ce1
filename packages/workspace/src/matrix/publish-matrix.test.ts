import { valuesOf } from "@tocsin/records";
import { isId, type RecordId } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import { publishCounts } from "../counts/publish-counts.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { planMatrix } from "./plan-matrix.ts";
import { publishMatrix, type PublishMatrixOptions } from "./publish-matrix.ts";

let small: SmallWorkspace;
let spyware: RecordId;

const text = (words: string) => ({ text: words, lang: "en" });

/** So many incidents in a State, each with a person whom it struck, a file of evidence and a finding in another. */
async function strike(times: number, country: string): Promise<readonly RecordId[]> {
  const made: RecordId[] = [];
  for (let n = 0; n < times; n += 1) {
    const file = await small.create("evidence", { title: "file", sha256: sha256Of(`${country} ${n}`) });
    const trace = await small.create("evidence", {
      title: "phone",
      sha256: sha256Of(`phone ${country} ${n}`),
    });
    const finding = await small.create("finding", { title: "trace", evidence: trace });
    const incident = await small.create("incident", {
      title: "Example Person was spied on",
      acts: ["harassment.threat"],
      when: "2025-05-04",
      where: { country },
      status: "reported",
      defence: "because-of-work",
      commitments: [spyware],
      evidence: [file],
      findings: [finding],
    });
    const person = await small.create("person", { name: "Example Person" });
    await small.create("involvement", { role: "defender", person, incident });
    await small.create("involvement", { role: "official", incident });
    made.push(incident);
  }
  return made;
}

const options = (more: Partial<PublishMatrixOptions> = {}): PublishMatrixOptions => ({
  audience: "public",
  format: "csv",
  approvedBy: text("A. Coordinator"),
  sha256: sha256Of,
  ...more,
});

const jsonOf = (bytes: Uint8Array): { readonly numbers: readonly Record<string, unknown>[] } =>
  JSON.parse(new TextDecoder().decode(bytes)) as { numbers: Record<string, unknown>[] };

const told = (number: Record<string, unknown>): string =>
  [number["row"], number["counted"], number["status"], number["category"], String(number["count"])]
    .filter((each) => each !== "")
    .join(" ");

describe("a matrix that leaves", () => {
  beforeEach(async () => {
    small = await createSmallWorkspace();
    spyware = await small.create("commitment", { title: "Spyware", reference: "C-SPY-1" });
  });

  it("carries inside, beside every number, what it counts, and the hash of every file that rests on", async () => {
    const incidents = await strike(2, "AA");
    await small.create("measure", { title: "a law", country: "AA", commitments: [spyware] });
    const { bytes, hidden, release } = await publishMatrix(
      small.workspace,
      options({ audience: "internal", format: "json" }),
    );
    const { numbers } = jsonOf(bytes);
    expect(numbers.map(told)).toEqual(["AA incidents reported 2", "AA measures 1", "AA people reported F 2"]);
    expect(hidden).toBe(0);
    const [counted] = numbers;
    expect(counted).toMatchObject({ reference: "C-SPY-1", records: incidents.toReversed() });
    expect(counted?.["evidence"]).toHaveLength(4);
    expect(counted?.["evidence"]).toContain(sha256Of("phone AA 1"));
    for (const number of numbers)
      for (const id of number["records"] as readonly unknown[])
        expect(isId(id) && (await small.workspace.view.read(id))).toBeTruthy();
    const state = await small.workspace.view.read(release);
    expect(state && valuesOf(state)["sha256"]).toBe(sha256Of(bytes));
  });

  it("hides small numbers outside, names no record that has not left for that audience, and says so", async () => {
    const [first] = await strike(6, "AA");
    await strike(2, "BB");
    const csv = new TextDecoder().decode((await publishMatrix(small.workspace, options())).bytes);
    const rows = csv.trim().split("\r\n");
    expect(rows).toHaveLength(5);
    expect(
      rows.slice(1).map((row) =>
        row
          .split(",")
          .slice(0, 10)
          .filter((_, at) => at !== 3)
          .join(),
      ),
    ).toEqual([
      '"AA",,"C-SPY-1","incidents","reported","",6,false,""',
      '"AA",,"C-SPY-1","people","reported","F",6,false,""',
      '"BB",,"C-SPY-1","incidents","reported","",,true,""',
      '"BB",,"C-SPY-1","people","reported","F",,true,""',
    ]);
    expect(csv).not.toContain("Example");
    for (const sha256 of [sha256Of("AA 0"), sha256Of("phone AA 0")]) expect(csv).not.toContain(sha256);
    await small.create("release", { title: "before", audience: "public", records: [first] });
    const plan = await planMatrix(small.workspace, options());
    expect(plan.numbers.map(({ records }) => records)).toEqual([[first], [first], [], []]);
    expect(plan).toMatchObject({ hidden: 2, unnamed: 7 });
    const elsewhere = await planMatrix(small.workspace, options({ audience: "un-body" }));
    expect(elsewhere.numbers.flatMap(({ records }) => records)).toEqual([]);
  });

  it("keeps companies that may be named, and no other organisation's name", async () => {
    const [incident] = await strike(1, "AA");
    const company = await small.create("organisation", {
      name: "Example Maker",
      organisationKind: "company",
    });
    const group = await small.create("organisation", {
      name: "Example Militia",
      organisationKind: "armed-group",
    });
    for (const organisation of [company, group])
      await small.create("involvement", { role: "perpetrator", organisation, incident });
    const { bytes } = await publishMatrix(small.workspace, options({ by: "company", format: "json" }));
    const names = jsonOf(bytes).numbers.map(({ row, rowLabel }) => [row, rowLabel]);
    expect(new Set(names.filter(([row]) => row === company).map(([, label]) => label))).toEqual(
      new Set(["Example Maker"]),
    );
    expect(new Set(names.filter(([row]) => row === group).map(([, label]) => label))).toEqual(
      new Set([null]),
    );
    expect(new TextDecoder().decode(bytes)).not.toContain("Militia");
  });

  it("says beside each number whose promise it is", async () => {
    const promise = await small.create("commitment", { title: "Due diligence", addressee: "companies" });
    await small.create("measure", { title: "a policy", country: "AA", commitments: [promise, spyware] });
    const { bytes } = await publishMatrix(small.workspace, options({ audience: "internal", format: "json" }));
    const said = jsonOf(bytes).numbers.map(({ commitment, addressee }) => [commitment, addressee]);
    expect(new Map(said as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        [spyware, null],
        [promise, "companies"],
      ]),
    );
  });

  it("leaves nothing without somebody who answers for it, or with small numbers for outside", async () => {
    await strike(1, "AA");
    const nobody = options({ approvedBy: text(" ") });
    expect(await codeOf(() => publishMatrix(small.workspace, nobody))).toBe("workspace.not-approved");
    expect(await codeOf(() => publishMatrix(small.workspace, options({ threshold: 2 })))).toBe(
      "workspace.threshold-too-low",
    );
    expect(await small.workspace.view.count("release")).toBe(0);
  });

  it("leaves with more numbers than one operation holds, and is held beside what leaves later", async () => {
    const [states, promises] = [193, 20];
    const countries = Array.from({ length: states }, (_, at) =>
      String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
    );
    const commitments: RecordId[] = [];
    for (let n = 0; n < promises; n += 1)
      commitments.push(await small.create("commitment", { title: `Promise ${n}`, reference: `T-${n}` }));
    for (const country of countries) {
      await small.create("incident", { title: "x", status: "reported", where: { country }, commitments });
      await small.create("measure", { title: "x", country, commitments });
    }
    const first = await publishMatrix(small.workspace, options());
    expect(first).toMatchObject({ numbers: states * promises * 2, hidden: states * promises });
    const record = await small.workspace.view.read(first.release);
    const pieces = record === undefined ? [] : valuesOf(record)["countPieces"];
    expect(Array.isArray(pieces) && pieces.length).toBeGreaterThan(50);
    expect((await planMatrix(small.workspace, options())).notices).toEqual([]);
    await small.create("measure", { title: "y", country: countries.at(-1), commitments });
    const { notices } = await planMatrix(small.workspace, options());
    expect(notices.map(({ kind, count }) => [kind, count])).toEqual(commitments.map(() => ["moved", 1]));
  });

  it("is stopped where an earlier matrix, or a count before or after it, gives a small number away", async () => {
    await strike(6, "AA");
    await publishMatrix(small.workspace, options());
    await strike(1, "AA");
    expect(await codeOf(() => publishMatrix(small.workspace, options()))).toBe("workspace.reveals-together");
    const again = await publishMatrix(small.workspace, options({ acceptDifferences: true }));
    expect(again.notices.map(({ kind, count }) => [kind, count])).toContainEqual(["moved", 1]);
    // Seven in the matrix; two more that are held against nothing are in the count of all.
    for (let n = 0; n < 2; n += 1)
      await small.create("incident", { title: "another", status: "reported", where: { country: "AA" } });
    const counted = publishCounts(small.workspace, {
      question: { measure: "incidents", scope: "all", by: ["country"] },
      audience: "public",
      format: "csv",
      approvedBy: text("A. Coordinator"),
      sha256: sha256Of,
    });
    expect(await codeOf(() => counted)).toBe("workspace.reveals-together");
  });
});
