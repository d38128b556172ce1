import { audienceCodes, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import type { Typesetter } from "@tocsin/publish";
import { beforeAll, describe, expect, it } from "vitest";
import { caseFileOf } from "./case-file.ts";
import { previewCase, publishCase, type PublishCaseOptions } from "./publish-case.ts";
import type { RecordPage } from "./queries/record-show.ts";
import { planReport } from "./report-plan.ts";
import {
  codeOf,
  createSmallWorkspace,
  sha256Of,
  start,
  type SmallWorkspace,
} from "./small-workspace.fake.ts";

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator("en", await loadCatalogues("en"));
});

const typesetter: Typesetter = {
  typeset: async ({ data }) => new TextEncoder().encode(JSON.stringify(data)),
};
const uses = ["documentation", "sharing", "un-body", "government", "court", "publication"];

interface Told {
  readonly small: SmallWorkspace;
  readonly case: RecordId;
  readonly editor: RecordId;
  readonly relative: RecordId;
  readonly consent: RecordId;
}

/** The editor allowed everything, the relative documentation alone. Every secret has `hush` in it. */
async function tell(): Promise<Told> {
  const small = await createSmallWorkspace();
  await small.workspace.run("commitment.load", {});
  const caseId = await small.create("case", {
    title: "Editors of the Bulletin, with Zora Hushmore",
    summary: "hush of the summary",
    flags: ["relatives-at-risk"],
  });
  const editor = await small.create("person", { name: "Alex Example", notes: "hush of the notes" });
  const relative = await small.create("person", {
    name: "Zora Hushmore",
    names: [{ text: "زورا هشمور", lang: "ar" }],
    flags: ["relatives-at-risk"],
  });
  const source = await small.create("source", {
    title: "Quiet Hushsource",
    sourceKind: "victim",
    reliability: "B",
    case: caseId,
  });
  const evidence = await small.create("evidence", {
    title: "Backup of the phone of Zora Hushmore",
    sha256: sha256Of("phone"),
    size: 5,
    obtainedBy: "Officer Hushofficer",
    original: "/home/hush/phone",
    sealed: { name: "ab".repeat(16), passphrase: "hush of the file" },
    case: caseId,
  });
  const finding = await small.create("finding", {
    title: "example-bad.test",
    level: "critical",
    findingType: "indicator.domain",
    meaning: "link.received",
    artifact: "ios.sms",
    place: { file: "sms.db", table: "message", row: 7 },
    time: "2025-05-03T10:00:00Z",
    value: "https://example-bad.test/",
    notes: "hush of the finding",
    evidence,
    case: caseId,
  });
  const incident = await small.create("incident", {
    title: "Threats to Zora Hushmore",
    acts: ["harassment.threat"],
    when: "2025-05-03",
    where: { country: "XX", region: "North", locality: "Quietville" },
    narrative: "Men came to the house of Zora Hushmore. Narrative detail.",
    findings: [finding],
    sources: [source],
    case: caseId,
  });
  await small.make("incident.engage", { incident });
  for (const [person, role] of [
    [editor, "defender"],
    [relative, "relative"],
  ])
    await small.create("involvement", {
      role,
      person,
      incident,
      case: caseId,
      grounds: "hush of the grounds",
    });
  const consent = await small.create("consent", {
    scope: "hush of the scope",
    person: editor,
    uses,
    namesToGovernment: true,
    namesPublished: true,
    given: "2026-01-05",
    case: caseId,
  });
  await small.create("consent", {
    scope: "hush of the other scope",
    person: relative,
    uses: ["documentation"],
    namesToGovernment: false,
    namesPublished: false,
    given: "2026-01-05",
    case: caseId,
  });
  return { small, case: caseId, editor, relative, consent };
}

const optionsFor = (told: Told, audience: Audience): PublishCaseOptions => ({
  case: told.case,
  audience,
  translator,
  tool: { name: "tocsin", version: "0" },
  approvedBy: "Kim Approver",
  lang: "en",
  formats: ["pdf", "html", "json"],
  sha256: sha256Of,
  typesetter,
});

const outsiders = audienceCodes.filter((audience) => audience !== "internal");

describe("what a report of a case lets out", () => {
  it.each(outsiders)(
    "holds back, for %s, every name without a consent and every field that is not on the list",
    async (audience) => {
      const told = await tell();
      const published = await publishCase(told.small.workspace, optionsFor(told, audience));
      expect(published.withheld).toEqual([{ person: told.relative, reason: "consent-other-audience" }]);
      for (const edition of [published.json, published.html, published.pdf]) {
        const text = Buffer.from(edition ?? []).toString();
        expect(text).toContain("Alex Example");
        expect(text.match(/hush|زورا|هشمور|zora/giu)).toBeNull();
        expect(text).not.toContain("abababab");
      }
    },
  );

  it("says inside the organisation what stays there: both names, and who obtained the evidence", async () => {
    const told = await tell();
    const { json, withheld } = await publishCase(told.small.workspace, optionsFor(told, "internal"));
    const text = Buffer.from(json).toString();
    expect(withheld).toEqual([]);
    expect(text).toContain("Zora Hushmore");
    expect(text).toContain("Officer Hushofficer");
    expect(text).not.toMatch(/hush of the (file|notes|grounds|scope|finding)/);
    expect(text).not.toContain("/home/hush");
  });

  it("gives the public months and regions, and no narrative; a court days and places", async () => {
    const told = await tell();
    const incidentFor = async (audience: Audience): Promise<string> => {
      const { report } = await previewCase(told.small.workspace, optionsFor(told, audience));
      return JSON.stringify(report);
    };
    const open = await incidentFor("public");
    expect(open).toContain("2025-05");
    expect(open).not.toContain("Narrative detail");
    const file = await caseFileOf(told.small.workspace.view, told.case);
    const valuesFor = (audience: Audience): readonly unknown[] => {
      const plan = planReport(told.small.workspace.registry, file, { audience, now: start });
      const [incident] = file.incidents;
      const out = incident && plan.released.get(incident.id);
      return [
        out?.values["when"],
        out?.values["where"],
        out?.values["narrative"] !== undefined,
        out?.coarsened,
      ];
    };
    expect(valuesFor("public")).toEqual([
      "2025-05",
      { country: "XX", region: "North" },
      false,
      expect.arrayContaining(["when", "where"]),
    ]);
    expect(valuesFor("court")).toEqual([
      "2025-05-03",
      { country: "XX", region: "North", locality: "Quietville" },
      true,
      [],
    ]);
    expect(await incidentFor("court")).toContain("Narrative detail");
  });

  it("holds a name back once its consent is withdrawn, and for a flag that no consent lifts", async () => {
    const told = await tell();
    await told.small.make("consent.withdraw", { consent: told.consent });
    const withdrawn = await previewCase(told.small.workspace, optionsFor(told, "public"));
    expect(withdrawn.withheld).toContainEqual({ person: told.editor, reason: "consent-withdrawn" });
    expect(JSON.stringify(withdrawn.report)).not.toContain("Alex");

    const flagged = await tell();
    await flagged.small.make("record.change", {
      record: flagged.editor,
      patch: { flags: { add: ["name-never"] } },
    });
    const kept = await previewCase(flagged.small.workspace, optionsFor(flagged, "internal"));
    expect(kept.withheld).toContainEqual({ person: flagged.editor, reason: "protected" });
  });

  it("strikes the name of somebody who is only named in a consent of the case", async () => {
    const told = await tell();
    const third = await told.small.create("person", { name: "Quinn Farquhar" });
    await told.small.create("consent", {
      scope: "x",
      person: third,
      case: told.case,
      uses: ["documentation"],
    });
    await told.small.make("record.change", {
      record: told.case,
      patch: { title: { set: { text: "The file of Quinn Farquhar", lang: "en" } } },
    });
    const { report } = await previewCase(told.small.workspace, optionsFor(told, "public"));
    expect(JSON.stringify(report)).not.toMatch(/quinn|farquhar/i);
  });
});

describe("the release", () => {
  it("is recorded with what left, for whom, who approved it and the hash of the JSON edition", async () => {
    const told = await tell();
    const { release, json, jsonSha256 } = await publishCase(told.small.workspace, optionsFor(told, "court"));
    expect(jsonSha256).toBe(sha256Of(json));
    const page = (await told.small.workspace.ask("record.show", { record: release })) as RecordPage;
    expect(page.values).toMatchObject({
      audience: "court",
      case: told.case,
      approvedBy: { text: "Kim Approver", lang: "en" },
      sha256: jsonSha256,
      withheld: [{ person: told.relative, reason: "consent-other-audience" }],
      approved: "2026-11-23T12:00:00Z",
    });
    expect(page.values["records"]).toContain(told.editor);
  });

  it("is refused without an approver, and then nothing is composed or written", async () => {
    const told = await tell();
    const before = told.small.vault.counts();
    for (const approvedBy of ["", "  \n"])
      expect(
        await codeOf(() => publishCase(told.small.workspace, { ...optionsFor(told, "public"), approvedBy })),
      ).toBe("workspace.not-approved");
    expect(told.small.vault.counts()).toEqual(before);
  });

  it("leaves no record when typesetting fails or the person cancels", async () => {
    const told = await tell();
    const before = told.small.vault.counts();
    const broken: Typesetter = { typeset: () => Promise.reject(new Error("no fonts")) };
    const options = { ...optionsFor(told, "public"), typesetter: broken };
    await expect(publishCase(told.small.workspace, options)).rejects.toThrow("no fonts");
    const stopped = { ...optionsFor(told, "public"), signal: AbortSignal.abort() };
    await expect(publishCase(told.small.workspace, stopped)).rejects.toThrow("abort");
    await previewCase(told.small.workspace, optionsFor(told, "public"));
    expect(told.small.vault.counts()).toEqual(before);
  });

  it("is not made of a record that a newer version wrote in a way that matters", async () => {
    const told = await tell();
    const { workspace } = told.small;
    const patch = { redaction: { set: "every name" } };
    await workspace.write([
      { kind: "person", version: 99, record: told.editor, act: "test", patch, critical: true },
    ]);
    expect(await codeOf(() => publishCase(workspace, optionsFor(told, "public")))).toBe(
      "workspace.newer-record",
    );
  });

  it("is not made of a case that is not there", async () => {
    const told = await tell();
    const options = { ...optionsFor(told, "public"), case: told.editor };
    expect(await codeOf(() => publishCase(told.small.workspace, options))).toBe("records.not-found");
  });
});
