import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { verifyLibrary } from "@tocsin/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, passphrase, type Answered, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
let report: string;
beforeEach(async () => {
  test = createTestDesk();
  await test.createVault();
  await create("person", { name: text("Wilhelmina Markerword") });
  report = await create("resource", {
    title: text("What Markerword told"),
    resourceKind: "report",
    shown: true,
  });
});
afterEach(() => test.close());

const text = (words: string): object => ({ text: words, lang: "en" });
const post = (path: string, body: object): Promise<Answered> => test.ask("POST", path, body);
const create = async (kind: string, values: object): Promise<string> =>
  (await post("/api/command/record.create", { input: { kind, values } })).body.records[0];

const said = { publisher: "Example Watch", locales: ["en", "ar"] };
// oxlint-disable-next-line typescript/no-explicit-any
const plan = async (more: object = {}): Promise<any> => {
  const { body } = await post("/api/library/plan", { ...said, ...more });
  return (await test.ended(body.job)).result;
};
// oxlint-disable-next-line typescript/no-explicit-any
const make = async (planned: string, more: object): Promise<any> => {
  const order = { plan: planned, approvedBy: "A. Approver", ...more };
  return test.ended((await post("/api/library", order)).body.job);
};
const shown = (path: string): Promise<Response> => test.raw(path, { headers: { host: "127.0.0.1:4711" } });

describe("the public library on the desk", { timeout: 60_000 }, () => {
  it("says what would leave and what changes, and writes nothing", async () => {
    const planned = await plan();
    const own = planned.leaving.filter(({ kind }: { kind: string }) => kind === "resource");
    expect(own).toMatchObject([{ record: report, title: "What […] told", state: "new", langs: ["en"] }]);
    expect(planned.changes).toMatchObject({ since: null, isWhole: true });
    expect((await post("/api/query/outputs", { input: {} })).body.rows).toEqual([]);
  });

  it.each([
    [{ ...said, publisher: " " }],
    [{ ...said, locales: [] }],
    [{ ...said, locales: ["tlh"] }],
    [{ ...said, address: "file:///etc" }],
    [{ ...said, mirrors: ["https://a:b@example.org/"] }],
    [{ ...said, title: "Title" }],
  ])("refuses what no library can say of itself: %j", async (wrong) => {
    expect((await post("/api/library/plan", wrong)).status).toBe(400);
  });

  it("shows its pages to whoever knows their address, in a sandbox, until another plan or a lock", async () => {
    const planned = await plan();
    const { folder } = (await post("/api/library/preview", { plan: planned.id })).body;
    const page = await shown(`${folder}en/index.html`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toMatch(
      /^sandbox allow-scripts allow-forms; default-src 'none'/,
    );
    expect(page.headers.get("content-security-policy")).not.toContain("allow-same-origin");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(await (await shown(`${folder}en/kind/report.html`)).text()).toContain("What […] told");
    expect((await shown(`${folder}style.css`)).headers.get("content-type")).toContain("text/css");
    for (const wrong of [
      "/preview/x/en/index.html",
      "/preview//en/index.html",
      `${folder}../index.html`,
      "/preview/",
    ])
      expect([wrong, (await shown(wrong)).status]).toEqual([wrong, 401]);
    expect((await shown(`${folder}en/none.html`)).status).toBe(404);
    expect((await test.raw(`${folder}en/index.html`, { headers: { host: "example.org" } })).status).toBe(421);
    expect(
      (await test.raw(`${folder}en/index.html`, { method: "POST", headers: { host: "127.0.0.1:4711" } }))
        .status,
    ).toBe(401);
    await post("/api/vault/lock", {});
    expect((await shown(`${folder}en/index.html`)).status).toBe(401);
    expect((await post("/api/vault/unlock", { passphrase })).status).toBe(200);
    expect((await post("/api/library/preview", { plan: planned.id })).body.error.code).toBe(
      "desk.no-such-library",
    );
  });

  it("leaves as a ZIP that holds, under a release; the same leaves again, and nobody is asked", async () => {
    const planned = await plan();
    expect((await make(planned.id, { form: "zip", approvedBy: "" })).error.code).toBe(
      "workspace.not-approved",
    );
    const { state, result } = await make(planned.id, { form: "zip" });
    expect([state, result.isNew]).toEqual(["done", true]);
    const file = await test.raw(result.outputs[0].url, { headers: test.headers });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(result.outputs[0].bytes);
    expect(bytes.includes("Markerword")).toBe(false);
    const { rows } = (await post("/api/query/clear.copies", { input: {} })).body;
    expect(rows).toMatchObject([
      { release: result.release, by: "A. Approver", sha256: result.outputs[0].sha256 },
    ]);
    const next = await plan();
    expect([next.same.release, next.changes.items, next.changes.since.release]).toEqual([
      result.release,
      [],
      result.release,
    ]);
    const again = await make(next.id, { form: "zip", approvedBy: "" });
    expect([again.result.isNew, again.result.outputs[0].sha256]).toEqual([false, result.outputs[0].sha256]);
  });

  it("leaves as one page, and into a folder, which then is said to lie in clear", async () => {
    const planned = await plan();
    const page = await make(planned.id, { form: "page" });
    const file = await test.raw(page.result.outputs[0].url, { headers: test.headers });
    const text = await file.text();
    expect(text).toContain("What […] told");
    const note = page.result.outputs[1];
    const beside = await test.raw(note.url, { headers: test.headers });
    const at = join(test.folder, "page.html");
    await writeFile(at, text);
    await writeFile(`${at}.note`, await beside.text());
    expect(await verifyLibrary(at)).toMatchObject({ isPage: true, failures: [] });
    const into = await make(planned.id, { form: "folder", path: test.folder, name: "shelf" });
    expect(into.result.folder).toBe(join(test.folder, "shelf"));
    expect((await verifyLibrary(into.result.folder)).failures).toEqual([]);
    const { rows } = (await post("/api/query/clear.copies", { input: {} })).body;
    expect(rows.map(({ where }: { where: string | null }) => where)).toContain(into.result.folder);
    for (const wrong of [{ name: "../x" }, { name: ".x" }, { form: "tar" }]) {
      const order = {
        plan: planned.id,
        approvedBy: "A",
        form: "folder",
        path: test.folder,
        name: "shelf",
        ...wrong,
      };
      expect((await post("/api/library", order)).status).toBe(400);
    }
  });

  it("lets nothing else out than what was looked at, and leaves nothing of what was stopped", async () => {
    const planned = await plan();
    await post("/api/command/record.change", {
      input: { record: report, patch: { licence: { set: "CC0" } } },
    });
    const refused = await make(planned.id, { form: "folder", path: test.folder, name: "shelf" });
    expect(refused.error.code).toBe("workspace.library-changed");
    const second = await plan();
    const { job } = (
      await post("/api/library", {
        plan: second.id,
        approvedBy: "A",
        form: "folder",
        path: test.folder,
        name: "shelf",
      })
    ).body;
    await test.ask("DELETE", `/api/jobs/${job}`);
    expect((await test.ended(job)).state).toBe("cancelled");
    expect((await readdir(test.folder)).filter((name) => name.includes("shelf"))).toEqual([]);
    expect((await post("/api/query/clear.copies", { input: {} })).body.rows).toEqual([]);
  });

  it("says in the next one what was withdrawn, and lets it out again where a person says so", async () => {
    const first = await make((await plan()).id, { form: "zip" });
    const withdrawal = {
      release: first.result.release,
      why: text("Facts were wrong"),
      by: text("A. Approver"),
    };
    await post("/api/command/release.withdraw", { input: withdrawal });
    const next = await plan();
    const own = next.changes.items.filter(({ kind }: { kind: string }) => kind === "resource");
    expect(own).toMatchObject([{ record: report, change: "removed", isHeld: true }]);
    await make(next.id, { form: "folder", path: test.folder, name: "shelf" });
    const page = await readFile(join(test.folder, `shelf/en/items/${own[0].slug}.html`), "utf8");
    expect(page).toContain("Facts were wrong");
    const again = await plan({ again: [report] });
    expect(again.changes.items).toMatchObject([{ record: report, change: "again" }]);
  });
});
