import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, worker, type Answered, type TestDesk } from "./desk.fake.ts";
import { createJobs } from "./jobs.ts";

let test: TestDesk;
beforeEach(async () => {
  test = createTestDesk();
  await test.createVault();
});
afterEach(() => test.close());

const root = resolve(import.meta.dirname, "../../../..");
const sha256Of = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const sealed = (): readonly string[] => {
  const folder = join(test.folder, "vault", "evidence");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const put = async (
  intake: string,
  path: string,
  content: string,
  length = content.length,
): Promise<Response> =>
  test.raw(`/api/intake/${intake}/file?path=${encodeURIComponent(path)}`, {
    method: "PUT",
    headers: { ...test.headers, "content-length": String(length) },
    body: content,
  });
const openIntake = (body: object): Promise<Answered> =>
  test.ask("POST", "/api/intake", { title: "A drop", lang: "en", ...body });
const create = async (kind: string, values: object): Promise<string> => {
  const { body } = await test.ask("POST", "/api/command/record.create", { input: { kind, values } });
  return body.records[0];
};
const text = (of: string): object => ({ text: of, lang: "en" });

describe("jobs", () => {
  it("tell progress, end with a result, and are listed", async () => {
    const path = join(test.folder, "big");
    writeFileSync(path, Buffer.alloc(3_000_000, 1));
    const { body } = await test.ask("POST", "/api/evidence", {
      path,
      title: "Big",
      lang: "en",
      obtainedHow: "By hand",
      obtainedWhen: "2026-11",
    });
    const job = await test.ended(body.job);
    expect(job).toMatchObject({
      kind: "evidence",
      state: "done",
      progress: { done: 3_000_000, total: 3_000_000, unit: "bytes" },
      result: { original: path, sha256: sha256Of(Buffer.alloc(3_000_000, 1)), skipped: 0 },
    });
    expect((await test.ask("GET", "/api/jobs")).body).toHaveLength(1);
    const shown = await test.ask("POST", "/api/query/record.show", {
      input: { record: job.result.evidence },
    });
    expect(shown.body.values).toMatchObject({ obtainedHow: text("By hand"), obtainedWhen: "2026-11" });
    expect(JSON.stringify(shown.body)).not.toContain("passphrase");
  });

  it("fail with a code that is translated, and leave nothing", async () => {
    const path = join(test.folder, "letter");
    writeFileSync(path, "x");
    const { body } = await test.ask("POST", "/api/evidence", { path, obtainedWhen: "yesterday" });
    expect(await test.ended(body.job)).toMatchObject({
      state: "failed",
      error: { code: "records.bad-value" },
    });
    expect(sealed()).toEqual([]);
    const missing = await test.ask("POST", "/api/evidence", { path: join(test.folder, "none") });
    expect([missing.status, missing.body.error.code]).toEqual([404, "files.missing"]);
  });

  it("say nothing of what broke them unexpectedly", async () => {
    const jobs = createJobs({ clock: () => 0, newId: () => "id" });
    const id = jobs.start("verify", () => Promise.reject(new Error("the diary of Robin Example")));
    await new Promise((settle) => setImmediate(settle));
    expect(jobs.get(id)).toMatchObject({ state: "failed", error: { code: "desk.unexpected", details: {} } });
    expect(JSON.stringify(jobs.all())).not.toContain("Robin");
  });

  it("stop when they are told to", async () => {
    const { body } = await openIntake({ files: 2, bytes: 4, firstName: "a/x" });
    await put(body.intake, "a/x", "ab");
    expect((await test.ask("DELETE", `/api/jobs/${body.job}`)).body).toEqual({ cancelled: true });
    expect((await test.ended(body.job)).state).toBe("cancelled");
    expect((await put(body.intake, "a/y", "cd")).status).toBe(409);
    expect((await test.ask("DELETE", `/api/jobs/${body.job}`)).body).toEqual({ cancelled: false });
    expect(sealed()).toEqual([]);
  });

  it("are forgotten when forty newer ones have ended, but never while they run", async () => {
    let next = 0;
    const jobs = createJobs({ clock: () => 0, newId: () => String((next += 1)) });
    const first = jobs.start(
      "verify",
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new Error("stopped")));
        }),
    );
    for (let n = 0; n < 60; n += 1) {
      jobs.start("verify", async () => n);
      await new Promise((settle) => setImmediate(settle));
    }
    expect(jobs.all().length).toBeLessThanOrEqual(41);
    expect(jobs.get(first)?.state).toBe("running");
    await jobs.clear();
    expect(jobs.all()).toEqual([]);
  });
});

describe("a drop in the browser", () => {
  it("arrives as one archive whose listing matches", async () => {
    const files = new Map([
      ["a/x.txt", "first"],
      ["a/deep/ü.bin", "second file"],
      ["a/empty", ""],
    ]);
    const { body } = await openIntake({ files: 3, bytes: 16, firstName: "a/x.txt" });
    for (const [path, content] of files)
      expect((await put(body.intake, path, content, Buffer.byteLength(content))).status).toBe(200);
    const finished = await test.ask("POST", `/api/intake/${body.intake}/finish`, {});
    const { result } = await test.ended(finished.body.job);
    const shown = await test.ask("POST", "/api/query/record.show", { input: { record: result.evidence } });
    expect(shown.body.values).toMatchObject({
      files: 3,
      mediaType: "application/x-tar",
      sha256: result.sha256,
    });
    expect(sealed()).toHaveLength(2);
    expect((await test.ask("POST", `/api/intake/${body.intake}/finish`, {})).status).toBe(404);
  });

  it("of one file keeps the file as it is", async () => {
    const { body } = await openIntake({ files: 1, bytes: 5, firstName: "note.txt" });
    await put(body.intake, "note.txt", "hello");
    await test.ask("POST", `/api/intake/${body.intake}/finish`, {});
    expect((await test.ended(body.job)).result.sha256).toBe(sha256Of("hello"));
  });

  it("that is cancelled leaves nothing", async () => {
    const { body } = await openIntake({ files: 2, bytes: 4, firstName: "a/x" });
    await put(body.intake, "a/x", "ab");
    expect((await test.ask("DELETE", `/api/intake/${body.intake}`)).status).toBe(200);
    expect((await test.ended(body.job)).state).toBe("cancelled");
    expect(sealed()).toEqual([]);
    expect((await test.ask("POST", "/api/query/home", {})).body.counts.evidence).toBe(0);
    expect((await put(body.intake, "a/y", "cd")).status).toBe(404);
  });

  it("with a file that is not as long as was said fails, and whoever comes later hears so", async () => {
    const { body } = await openIntake({ files: 2, bytes: 9, firstName: "a/x" });
    const answer = await put(body.intake, "a/x", "ab", 7);
    expect(answer.status).toBe(409);
    expect((await test.ended(body.job)).error.code).toBe("files.changed");
    expect((await put(body.intake, "a/y", "cd")).status).toBe(409);
    expect(sealed()).toEqual([]);
  });

  it.each(["../x", "/etc/passwd", "a/../../x", "a\\b", ""])("refuses the name %j", async (path) => {
    const { body } = await openIntake({ files: 2, bytes: 4, firstName: "a/x" });
    expect((await put(body.intake, path, "ab")).status).toBe(400);
  });

  it("does not keep the desk from closing", async () => {
    await openIntake({ files: 2, bytes: 4, firstName: "a/x" });
    await test.desk.close();
    expect(sealed()).toEqual([]);
  });
});

describe("evidence", () => {
  it("is found intact, and altered after a byte was changed", async () => {
    const path = join(test.folder, "letter");
    writeFileSync(path, "Dear editor");
    const { body } = await test.ask("POST", "/api/evidence", { path });
    const { evidence, sha256 } = (await test.ended(body.job)).result;
    const verify = async (): Promise<unknown> =>
      (await test.ended((await test.ask("POST", `/api/evidence/${evidence}/verify`, {})).body.job)).result;
    expect(await verify()).toEqual({ status: "intact", sha256 });
    const [name = ""] = sealed();
    const file = join(test.folder, "vault", "evidence", name);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await verify()).toEqual({ status: "altered", sha256: null });
  });

  it.skipIf(worker === undefined)(
    "is examined from its sealed bytes, and the whole output is sealed with it",
    async () => {
      const path = join(root, "examples/phone");
      const added = await test.ask("POST", "/api/evidence", { path, title: "Phone", lang: "en" });
      const { evidence } = (await test.ended(added.body.job)).result;
      const indicators = [join(root, "examples/indicators")];
      const { body } = await test.ask("POST", `/api/evidence/${evidence}/examine`, {
        indicators,
        consent: "Asked",
      });
      const job = await test.ended(body.job);
      expect(job.result.findings.length).toBeGreaterThan(3);
      expect(job.result).toMatchObject({ consent: "Asked", more: 0 });
      expect(job.result.indicatorCount).toBeGreaterThan(0);
      expect(job.result.campaigns.length).toBeGreaterThan(0);
      const output = await test.ask("POST", "/api/query/record.show", {
        input: { record: job.result.sealed },
      });
      expect(output.body.values).toMatchObject({ parent: evidence, consentText: text("Asked") });
      const clear = await test.ask("POST", "/api/examine", { paths: [path], indicators });
      const inClear = (await test.ended(clear.body.job)).result;
      expect(job.result.findings).toEqual(inClear.findings);
      expect(inClear.sealed).toBeNull();
      const { findings, coverage } = job.result;
      const kept = await test.ask("POST", "/api/command/examination.keep", {
        input: { evidence, findings, verdicts: [], coverage },
      });
      expect(kept.body.records).toHaveLength(findings.length);
    },
  );
});

describe("what leaves", () => {
  const secret = "Zora Hushmore";
  const makeCase = async (): Promise<string> => {
    const caseId = await create("case", { title: text(`With ${secret}`) });
    const person = await create("person", { name: text(secret) });
    const incident = await create("incident", { title: text("It came"), case: caseId });
    await create("involvement", { role: "defender", person, incident, case: caseId });
    return caseId;
  };

  it("is a report that a person approved, in every format, with no name in file names", async () => {
    const caseId = await makeCase();
    const preview = await test.ask("POST", "/api/report/preview", { case: caseId, audience: "public" });
    expect(preview.body.withheld).toMatchObject([{ kind: "person", reason: "no-consent" }]);
    expect(Object.keys(preview.body.text).length).toBeGreaterThan(5);
    expect(JSON.stringify(preview.body)).not.toContain("Hushmore");
    const { body } = await test.ask("POST", "/api/report", {
      case: caseId,
      audience: "public",
      approvedBy: "Kim Approver",
      formats: ["pdf", "html", "json"],
      lang: "en",
    });
    const { result } = await test.ended(body.job);
    expect(result.outputs.map(({ format }: { format: string }) => format)).toEqual(["pdf", "html", "json"]);
    for (const { url, name, bytes, sha256 } of result.outputs) {
      expect(name).toMatch(/^report-[0-9a-z]{8}\.(pdf|html|json)$/);
      const cookieAlone = { host: test.headers["host"] ?? "", cookie: test.headers["cookie"] ?? "" };
      const response = await test.raw(url, { headers: cookieAlone });
      const content = new Uint8Array(await response.arrayBuffer());
      expect([response.status, content.length, sha256Of(content)]).toEqual([200, bytes, sha256]);
      expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
      expect(plain(content)).not.toMatch(/hushmore/i);
    }
    const shown = await test.ask("POST", "/api/query/record.show", { input: { record: result.release } });
    expect(shown.body.values).toMatchObject({ audience: "public", approvedBy: text("Kim Approver") });
  });

  it.each([
    [{ audience: "public", formats: ["json"] }, 400],
    [{ audience: "everyone", approvedBy: "Kim", formats: ["json"] }, 400],
    [{ audience: "public", approvedBy: "Kim", formats: ["docx"] }, 400],
    [{ audience: "public", approvedBy: "Kim", formats: [] }, 400],
  ])("is not made of %j", async (wrong, status) => {
    const answer = await test.ask("POST", "/api/report", { case: await makeCase(), ...wrong });
    expect(answer.status).toBe(status);
  });

  it("is not made when the approver is only spaces, and then no release is written", async () => {
    const input = { case: await makeCase(), audience: "public", approvedBy: "  ", formats: ["json"] };
    const { body } = await test.ask("POST", "/api/report", input);
    expect((await test.ended(body.job)).error.code).toBe("workspace.not-approved");
    expect((await test.ask("POST", "/api/query/home", {})).body.counts.release).toBe(0);
  });

  it.each(["csv", "json"])("is a table of a kind as %s, through a release", async (format) => {
    await makeCase();
    const ask = { kind: "person", audience: "public", format, approvedBy: "Kim" };
    const { result } = await test.ended((await test.ask("POST", "/api/export", ask)).body.job);
    expect(result).toMatchObject({ rows: 1, withheldNames: 1 });
    const [{ url, name }] = result.outputs;
    expect(name).toMatch(new RegExp(`^person-[0-9a-z]{8}\\.${format}$`));
    const response = await test.raw(url, { headers: test.headers });
    expect(await response.text()).not.toContain("Hushmore");
    expect((await test.ask("POST", "/api/query/home", {})).body.counts.release).toBe(1);
  });
});

/** Every byte, compressed streams of a PDF inflated. */
function plain(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes);
  const parts = [whole.toString("latin1"), whole.toString("utf8")];
  for (let at = whole.indexOf("stream\n"); at >= 0; at = whole.indexOf("stream\n", at + 1))
    try {
      parts.push(inflateSync(whole.subarray(at + 7)).toString("latin1"));
    } catch {
      // Not compressed: it is in the first part.
    }
  return parts.join("\n");
}

describe("the example", () => {
  it.skipIf(worker === undefined)(
    "opens when its job is done, and its files go when the desk closes",
    async () => {
      const { body } = await test.ask("POST", "/api/example", {});
      const job = await test.ended(body.job);
      expect(job).toMatchObject({ state: "done", progress: { done: 10, total: 10, unit: "steps" } });
      const page = await test.ask("POST", "/api/query/case.page", { input: { case: job.result.case } });
      expect(page.body.evidence).toHaveLength(3);
      const folder = test.desk.vault.folder ?? "";
      expect(readdirSync(folder).length).toBeGreaterThan(0);
      await test.desk.close();
      expect(() => readdirSync(join(folder, ".."))).toThrow("ENOENT");
    },
  );

  it("that is stopped leaves the vault in work as it was", async () => {
    const { body } = await test.ask("POST", "/api/example", {});
    await test.ask("DELETE", `/api/jobs/${body.job}`);
    expect((await test.ended(body.job)).state).toBe("cancelled");
    expect((await test.ask("GET", "/api/session")).body.vault.name).toBe("vault");
  });
});

describe("kinds", () => {
  it("say everything that a screen needs to draw records", async () => {
    const { body } = await test.ask("GET", "/api/kinds");
    const names = body.kinds.map(({ form }: { form: { kind: string } }) => form.kind);
    expect(names).toContain("incident");
    expect(body.vocabularies.acts.terms.length).toBeGreaterThan(10);
    expect(body.commands.map(({ name }: { name: string }) => name)).toContain("record.undo");
  });
});
