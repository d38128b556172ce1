// Tries to get out, by every way there is, what the rules hold back: the report in all its formats, tables of every kind
// for every audience, custody sheets and bundles. The open export is the owner's own and holds everything; it says so.
import { audienceCodes, type Audience } from "@tocsin/cases";
import { parseUtf8, type RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import type { Typesetter } from "@tocsin/publish";
import { code, kind, text, type Kind } from "@tocsin/records";
import { beforeAll, describe, expect, it } from "vitest";
import { planBundle } from "./bundle-plan.ts";
import { publishCustody } from "./custody/publish-custody.ts";
import { exportRecords } from "./export-records.ts";
import { makeBundle } from "./make-bundle.ts";
import { publishCase } from "./publish-case.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "./small-workspace.fake.ts";

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator("en", await loadCatalogues("en"));
});

const typesetter: Typesetter = {
  typeset: async ({ data }) => new TextEncoder().encode(JSON.stringify(data)),
};
const tool = { name: "tocsin", version: "test" };
const en = (words: string): object => ({ text: words, lang: "en" });
const everyUse = ["documentation", "sharing", "un-body", "government", "court", "publication"];
const outside = audienceCodes.filter((audience) => audience !== "internal");

interface Told {
  readonly small: SmallWorkspace;
  readonly case: RecordId;
  readonly evidence: RecordId;
  readonly people: Readonly<Record<string, RecordId>>;
}

/** Names by who they are; each stands in its field, in another script, in titles, narratives and paths. */
const names = {
  child: "Tamarind Wrenfield",
  childAlias: "Kestrelwing",
  childArabic: "تمرهند رنفيلد",
  private: "Osbert Quillmarsh",
  low: "Sergeant Peverell",
  senior: "Minister Hollowbrook",
  doubted: "Colonel Ashgrove",
  never: "Ysolde Nightmeadow",
  twin: "Izolda Naytmido",
  group: "Lanternkeepers",
  source: "Whisperford",
  plaintiff: "Grimthorpe Holdings Owner",
} as const;

const all = Object.values(names).join(", ");

async function tell(kinds: readonly Kind[] = []): Promise<Told> {
  const small = await createSmallWorkspace({ kinds });
  const caseId = await small.create("case", { title: `The case of ${all}`, summary: all });
  const incident = await small.create("incident", {
    title: `What ${all} lived through`,
    acts: ["harassment.threat"],
    when: "2025-05-03",
    whenGiven: { calendar: "hijri-umalqura", text: "1446-11-05" },
    where: { country: "XX", region: "North", locality: "Hiddenhamlet", latitude: 12_345_678, longitude: 1 },
    narrative: `Then ${all} were seen.`,
    narrativeIn: [{ text: `Puis ${all}`, lang: "fr", by: names.source }],
    defenceGrounds: `${all} defend rights`,
    means: all,
    effects: all,
    case: caseId,
  });
  const person = async (name: string, values: object, part: object): Promise<RecordId> => {
    const id = await small.create("person", { name, ...values });
    await small.create("involvement", { person: id, incident, case: caseId, grounds: all, ...part });
    return id;
  };
  const people = {
    child: await person(
      names.child,
      { pseudonym: names.childAlias, names: [{ text: names.childArabic, lang: "ar" }] },
      { role: "defender", ageThen: "child.13-15" },
    ),
    private: await person(
      names.private,
      {},
      { role: "perpetrator", rank: "private", attribution: "witness" },
    ),
    low: await person(names.low, {}, { role: "official", rank: "low-official", attribution: "document" }),
    doubted: await person(
      names.doubted,
      {},
      { role: "official", rank: "senior-official", attribution: "pattern" },
    ),
    senior: await person(names.senior, {}, { role: "official", rank: "head", attribution: "acknowledged" }),
    never: await person(names.never, { flags: ["name-never"] }, { role: "witness" }),
    twin: await small.create("person", { name: names.twin }),
  };
  await small.workspace.run("record.merge", { record: people.twin, into: people.never });
  const group = await small.create("organisation", { name: names.group, organisationKind: "defenders" });
  await small.create("involvement", { role: "defender", organisation: group, incident, case: caseId });
  const source = await small.create("source", { title: names.source, case: caseId });
  // Everybody who must not be named anyway said yes to everything, the twin too.
  for (const whom of [people.child, people.never, people.twin])
    await small.create("consent", {
      scope: "Everything",
      person: whom,
      uses: everyUse,
      namesToGovernment: true,
      namesPublished: true,
      guardian: "unsafe-to-ask",
      guardianReason: `The guardian of ${names.child} beats her`,
      childView: `${names.child} wants it told`,
    });
  const proceeding = await small.create("proceeding", {
    title: `${names.plaintiff} against ${names.group}`,
    broughtBy: names.plaintiff,
    filed: "2025-05-03",
    legalBasis: all,
    case: caseId,
  });
  await small.create("hearing", { title: all, proceeding, when: "2025-05-03", result: all });
  await small.create("deadline", {
    title: all,
    due: "2025-05-03",
    zone: "Asia/Seoul",
    rule: all,
    proceeding,
  });
  await small.create("action", { title: all, addressee: all, sent: "2025-05-03", reply: all, case: caseId });
  await small.create("measure", {
    title: all,
    words: all,
    authority: all,
    legalBasis: all,
    technology: all,
    where: { country: "XX", region: "North", locality: "Hiddenhamlet" },
    when: "2025",
    case: caseId,
    incidents: [incident],
    sources: [source],
  });
  await small.create("statement", {
    words: all,
    cited: all,
    topic: all,
    said: "2025-05-03",
    source,
    incident,
  });
  await small.create("relation", {
    relation: "family.parent",
    person: people.child,
    to: people.never,
    notes: all,
  });
  await small.create("task", { title: all, who: names.source, case: caseId });
  const evidence = await small.create("evidence", {
    title: `Phone of ${all}`,
    sha256: sha256Of("phone"),
    obtainedHow: all,
    obtainedBy: names.source,
    copyBy: names.source,
    copyHow: all,
    description: all,
    original: `/home/${names.child}/phone`,
    case: caseId,
  });
  return { small, case: caseId, evidence, people };
}

interface Output {
  readonly way: string;
  readonly audience: Audience;
  readonly text: string;
}

/** Of tables only those of `kinds`. */
async function everythingThatLeaves(told: Told, kinds?: readonly string[]): Promise<readonly Output[]> {
  const { workspace } = told.small;
  const outputs: Output[] = [];
  for (const audience of audienceCodes) {
    const shared = { audience, approvedBy: "Somebody Responsible", lang: "en", translator, tool };
    const formats = ["pdf", "html", "json"] as const;
    const making = { ...shared, formats, sha256: sha256Of, typesetter };
    const report = await publishCase(workspace, { ...making, case: told.case });
    const sheet = await publishCustody(workspace, { ...making, evidence: told.evidence });
    for (const [way, made] of [
      ["report", report],
      ["custody", sheet],
    ] as const)
      for (const [format, part] of Object.entries(made))
        outputs.push({ way: `${way} ${format}`, audience, text: textOf(part) });
    for (const name of kinds ?? workspace.registry.kinds.keys())
      for (const format of ["csv", "json"] as const) {
        const { bytes } = await exportRecords(workspace, {
          kind: name,
          audience,
          format,
          approvedBy: { text: "Somebody Responsible", lang: "en" },
          sha256: sha256Of,
        });
        outputs.push({ way: `${name} ${format}`, audience, text: parseUtf8(bytes) });
      }
  }
  return outputs;
}

function textOf(part: unknown): string {
  if (part instanceof Uint8Array) return parseUtf8(part);
  return typeof part === "string" ? part : JSON.stringify(part ?? "");
}

/** Where one of `secrets` stands although it must not, by way and audience. */
function leaksIn(outputs: readonly Output[], secrets: readonly string[], audiences: readonly Audience[]) {
  return outputs
    .filter(({ audience }) => audiences.includes(audience))
    .flatMap(({ way, audience, text: out }) =>
      secrets.flatMap((secret) => (isIn(out, secret) ? [`${secret}: ${way} for ${audience}`] : [])),
    );
}

/** Whole, or by any of its telling words. */
function isIn(out: string, secret: string): boolean {
  const folded = out.toLowerCase();
  return secret
    .split(" ")
    .filter((word) => word.length > 4 && !/^(sergeant|colonel|minister|holdings|owner)$/i.test(word))
    .some((word) => folded.includes(word.toLowerCase()));
}

describe("what must not leave", { timeout: 120_000 }, () => {
  let outputs: readonly Output[];
  let told: Told;
  beforeAll(async () => {
    told = await tell();
    outputs = await everythingThatLeaves(told);
  }, 120_000);

  it("is looked for in every way out", () => {
    const ways = new Set(outputs.map(({ way }) => way.split(" ")[0]));
    for (const way of ["report", "custody", "person", "incident", "proceeding", "consent", "deadline"])
      expect(ways).toContain(way);
    expect(outputs.every(({ text: out }) => out !== "")).toBe(true);
  });

  it("leaves out a child’s identity, the name and what stands for it, for everybody, whatever was consented to", () => {
    const secrets = [names.child, names.childAlias, names.childArabic];
    expect(leaksIn(outputs, secrets, audienceCodes)).toEqual([]);
  });

  it("leaves out who must never be named, also by the name under which they stand a second time", () => {
    expect(leaksIn(outputs, [names.never, names.twin], audienceCodes)).toEqual([]);
  });

  it("leaves out the private, the low in rank and those whom only a pattern accuses", () => {
    expect(leaksIn(outputs, [names.private, names.low, names.doubted], audienceCodes)).toEqual([]);
  });

  it("names who answers for a high office, on a ground", () => {
    const report = outputs.find(({ way, audience }) => way === "report json" && audience === "public");
    expect(isIn(report?.text ?? "", names.senior)).toBe(true);
  });

  it("leaves out groups of defenders without consent, sources and who brings a lawsuit, outside", () => {
    expect(leaksIn(outputs, [names.group, names.source, names.plaintiff], outside)).toEqual([]);
  });

  it("gives everybody the month and the region, and no finer, in whatever calendar", () => {
    const fine = [
      "2025-05-03",
      "3 May 2025",
      "May 3, 2025",
      "Hiddenhamlet",
      "12345678",
      "12.345",
      "1446-11-05",
    ];
    const texts = outputs.filter(({ audience }) => audience === "public");
    const found = texts.flatMap(({ way, text: out }) =>
      fine.flatMap((each) => (out.includes(each) ? [`${each}: ${way}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it("never lets a child or a name that must not leave go out in a bundle, acknowledged or not", async () => {
    for (const audience of audienceCodes) {
      const plan = await planBundle(told.small.workspace, { case: told.case, audience });
      const risk = (id: RecordId | undefined) => plan.names.find(({ record }) => record === id);
      expect(risk(told.people["child"])).toMatchObject({ reason: "child", canAcknowledge: false });
      expect(risk(told.people["never"])).toMatchObject({ reason: "protected", canAcknowledge: false });
      expect(risk(told.people["private"])).toMatchObject({ reason: "accused", canAcknowledge: true });
      const made = makeBundle(told.small.workspace, {
        case: told.case,
        audience,
        approvedBy: "Somebody Responsible",
        lang: "en",
        acknowledged: plan.names.map(({ record }) => record),
        translator,
        tool,
        primitives: createFakePrimitives("bundle"),
        sink: { create: () => Promise.reject(new Error("nothing may be written")) },
        page: null,
      });
      expect(await codeOf(() => made)).toBe("workspace.names-not-covered");
    }
  });
});

describe("a planted leak", { timeout: 120_000 }, () => {
  /** A careless definition: a code of an open vocabulary takes any word, and codes are not searched for names. */
  const careless = kind(
    "careless",
    1,
    { title: text({ required: true }), who: code("countries") },
    { label: "title", messages: { en: {} } },
  );

  it("is found by the same search", async () => {
    const told = await tell([careless]);
    await told.small.create("careless", { title: "A note", who: names.child.split(" ")[0] });
    const leaks = leaksIn(await everythingThatLeaves(told, ["careless"]), [names.child], audienceCodes);
    expect(leaks).toContain(`${names.child}: careless csv for public`);
    expect(leaks.every((leak) => leak.includes("careless"))).toBe(true);
  });
});

describe("a merge", () => {
  it("keeps both records, carries what protects over to both, and is taken back whole", async () => {
    const small = await createSmallWorkspace();
    const [one, other] = [
      await small.create("person", { name: "Amina Diallo" }),
      await small.create("person", { name: "أمينة ديالو", flags: ["name-never"] }),
    ];
    await small.workspace.run("record.merge", { record: one, into: other });
    const page = await small.workspace.ask("record.show", { record: one });
    expect(page).toMatchObject({ id: one, values: { mergedInto: other } });
    for (const [record, into] of [
      [one, other],
      [other, one],
      [one, one],
    ])
      expect(await codeOf(() => small.workspace.run("record.merge", { record, into }))).toBe(
        "records.bad-input",
      );
    await small.workspace.run("record.unmerge", { record: one });
    expect(await small.workspace.ask("record.show", { record: one })).not.toHaveProperty("values.mergedInto");
    expect(await codeOf(() => small.workspace.run("record.unmerge", { record: one }))).toBe(
      "records.bad-input",
    );
    const incident = await small.create("incident", { title: en("x") });
    expect(await codeOf(() => small.workspace.run("record.merge", { record: one, into: incident }))).toBe(
      "records.bad-input",
    );
  });
});
