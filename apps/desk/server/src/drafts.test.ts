// Drafts of negotiated texts that come in from the screen.
import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { docxBomb, manyParagraphs, noParagraphs, repeatedLabels } from "../../../../tools/make-bad-drafts.ts";
import { createTestDesk, type TestDesk } from "./desk.fake.ts";

const about = { title: "A draft", lang: "en", language: "en", sharing: "us", givenBy: "Example Person" };

describe("a draft from the screen", () => {
  let desk: TestDesk;
  let negotiation: string;
  beforeEach(async () => {
    desk = createTestDesk();
    await desk.createVault();
    const values = { title: { text: "A text", lang: "en" } };
    const { body } = await desk.ask("POST", "/api/command/record.create", {
      input: { kind: "negotiation", values },
    });
    negotiation = body.records[0];
  });
  afterEach(() => desk.close());

  const capture = async (more: object) => {
    const { status, body } = await desk.ask("POST", "/api/draft", { ...about, negotiation, ...more });
    return status === 200 ? desk.ended(body.job) : body;
  };
  const pageOf = async (draft: string) =>
    (await desk.ask("POST", "/api/query/draft.page", { input: { draft } })).body;

  it("is sealed as it was pasted, with its paragraphs", async () => {
    const { state, result } = await capture({ words: "1. Urges States to act;\n2. Decides." });
    expect([state, result.paragraphs]).toEqual(["done", 2]);
    const page = await pageOf(result.draft);
    expect(page.paragraphs.map(({ label }: { label: string }) => label)).toEqual(["1", "2"]);
    expect(page).toMatchObject({ sharing: "us", form: "plain", givenBy: { text: "Example Person" } });
  });

  it("of which the file cannot be read is sealed with the words that were copied out of it", async () => {
    const file = Buffer.from("%PDF-1.7 no words here").toString("base64");
    expect(await capture({ file })).toMatchObject({ state: "failed", error: { code: "texts.not-read" } });
    const { result } = await capture({ file, words: "1. Decides." });
    const digest = createHash("sha256").update("%PDF-1.7 no words here").digest("hex");
    expect(result.sha256).toBe(digest);
    expect((await pageOf(result.draft)).paragraphs).toHaveLength(1);
  });

  it.each([
    ["a DOCX that unpacks to too much", "formats.limit", () => docxBomb()],
    ["a file without paragraphs", "texts.empty", () => noParagraphs],
    ["a file of 10,000 paragraphs", "texts.limit", () => manyParagraphs(10_000)],
  ])("is refused as %s, and nothing of it is kept", async (_, code, make) => {
    const file = Buffer.from(make()).toString("base64");
    expect(await capture({ file })).toMatchObject({ state: "failed", error: { code } });
    const { counts } = (await desk.ask("POST", "/api/query/home", {})).body;
    expect([counts.draft ?? 0, counts.evidence ?? 0]).toEqual([0, 0]);
  });

  it("whose labels repeat comes in, and its page says which", async () => {
    const { result } = await capture({ words: repeatedLabels });
    const { notices, paragraphs } = await pageOf(result.draft);
    expect(notices).toEqual([{ kind: "repeated-label", detail: "OP1" }]);
    expect(paragraphs).toHaveLength(3);
  });

  it("that is neither text nor file is refused", async () => {
    expect(await capture({})).toMatchObject({ error: { code: "desk.bad-request" } });
  });

  describe("beside the next one", () => {
    const two = async (sharing: string) => {
      const older = await capture({ title: "One", sharing, words: "1. Urges States to act;\n2. Decides." });
      const newer = await capture({ title: "Two", sharing, words: "1. Invites States to act;\n2. Decides." });
      return { older: older.result.draft, newer: newer.result.draft };
    };
    const formats = ["docx", "pdf", "html", "akn"];
    const release = async (input: object) => {
      const asked = { audience: "partner", approvedBy: "Example Person", formats };
      const { status, body } = await desk.ask("POST", "/api/draft/comparison", { ...asked, ...input });
      return status === 200 ? desk.ended(body.job) : body;
    };

    it("leaves in four forms to those among whom both may be shared, with a release record", async () => {
      const drafts = await two("coalition");
      const { state, result } = await release(drafts);
      expect(state).toBe("done");
      expect(result.outputs.map(({ format }: { format: string }) => format)).toEqual(formats);
      const { body } = await desk.ask("POST", "/api/query/record.show", {
        input: { record: result.release },
      });
      expect(JSON.stringify(body)).toContain(drafts.older);
    });

    it("leaves with the author and the day that were given, and refuses a day that is none", async () => {
      const drafts = await two("coalition");
      const docx = async (more: object) => release({ ...drafts, formats: ["docx"], ...more });
      const { result } = await docx({ author: "Example Author", date: "2026-03-27" });
      const response = await desk.raw(result.outputs[0].url, { headers: desk.headers });
      const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
      const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
      expect(xml).toContain('w:author="Example Author"');
      expect(xml).toContain('w:date="2026-03-27T00:00:00Z"');
      expect(await docx({ date: "last week" })).toMatchObject({ error: { code: "records.bad-input" } });
    });

    it("leaves to nobody else, and not without a name", async () => {
      const code = "workspace.stays-inside";
      expect(await release(await two("us"))).toMatchObject({ state: "failed", error: { code } });
      const drafts = await two("coalition");
      expect(await release({ ...drafts, audience: "public" })).toMatchObject({ error: { code } });
      expect((await release({ ...drafts, approvedBy: " " })).state).not.toBe("done");
    });
  });
});
