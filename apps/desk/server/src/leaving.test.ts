import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, type Answered, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
let silent: Server;
const ids: Record<string, string> = {};
beforeEach(async () => {
  test = createTestDesk();
  await test.createVault("one");
  ids["case"] = await create("case", { title: text("A case") });
  ids["person"] = await create("person", { name: text("Robin Markerword") });
  const [person, caseId] = [ids["person"], ids["case"]];
  ids["consent"] = await create("consent", { scope: text("to be kept"), person, case: caseId });
  await create("incident", { title: text("What Robin Markerword said"), case: caseId });
  writeFileSync(at("note.txt"), "what was seen");
  const about = { path: at("note.txt"), title: "A note", lang: "en", case: caseId, consent: ids["consent"] };
  await test.ended((await test.ask("POST", "/api/evidence", about)).body.job);
  mkdirSync(at("handover"));
});
afterEach(() => test.close());

const at = (name: string): string => join(test.folder, name);
const text = (words: string): object => ({ text: words, lang: "en" });
const create = async (kind: string, values: object): Promise<string> => {
  const { body } = await test.ask("POST", "/api/command/record.create", { input: { kind, values } });
  return body.records[0];
};
/** Its identity was thrown away. */
const recipient = "age1gck8e6wp6g073decffhawqttqensplltthxj0pml85yu8ccrs30s7sduyj";
const sealedFiles = (): number =>
  readdirSync(join(at("one"), "evidence")).filter((name) => name.endsWith(".age")).length;

describe("erasing from the desk", () => {
  const consent = (): object => ({ consent: ids["consent"] });
  const plan = (): Promise<Answered> => test.ask("POST", "/api/erasure/plan", consent());

  it("plans first, erases what was chosen, and leaves the record of it", async () => {
    await test.ask("POST", "/api/command/consent.withdraw", { input: consent() });
    const { body } = await plan();
    expect(body.evidence).toHaveLength(1);
    expect(body.mentions).toMatchObject([{ label: "What Robin Markerword said" }]);
    const { digest } = body;
    const records = body.records
      .filter((each: { chosen: boolean }) => each.chosen)
      .map((each: { id: string }) => each.id);
    const { body: started } = await test.ask("POST", "/api/erasure", { ...consent(), plan: digest, records });
    const { state, result } = await test.ended(started.job);
    expect([state, result]).toMatchObject(["done", { records: records.length, evidence: 1 }]);
    expect(sealedFiles()).toBe(0);
    const gone = await test.ask("POST", "/api/query/record.show", { input: { record: ids["person"] } });
    expect(gone.status).toBe(404);
    const kept = await test.ask("POST", "/api/query/record.show", { input: { record: result.record } });
    expect(kept.body.values).toMatchObject({ ground: "consent", files: 1 });
  });

  it("erases nothing that the plan does not name, nor anything without a choice", async () => {
    await test.ask("POST", "/api/command/consent.withdraw", { input: consent() });
    for (const records of [[], [ids["case"], "0".repeat(26)]]) {
      const { body: planned } = await plan();
      const order = { ...consent(), plan: planned.digest, records };
      const { body, status } = await test.ask("POST", "/api/erasure", order);
      const ended = status === 200 ? await test.ended(body.job) : { error: body.error };
      expect(ended.error.code).toMatch(/^(records\.bad-input|core\.bad-id)$/);
    }
    expect(sealedFiles()).toBe(1);
    expect((await test.ask("POST", "/api/erasure/plan", {})).status).toBe(400);
  });

  it("erases nothing when something was written since the person looked, and says what", async () => {
    await test.ask("POST", "/api/command/consent.withdraw", { input: consent() });
    const { body: planned } = await plan();
    const task = await create("task", { title: text("Ring Robin Markerword") });
    const records = [ids["person"]];
    const order = { ...consent(), plan: planned.digest, records };
    const { error } = await test.ended((await test.ask("POST", "/api/erasure", order)).body.job);
    expect(error).toMatchObject({
      code: "workspace.plan-changed",
      details: { entries: 1, records: 1, added: task },
    });
    expect(sealedFiles()).toBe(1);
    expect((await test.ask("POST", "/api/erasure", { ...consent(), records })).status).toBe(400);
  });
});

describe("a bundle from the desk", () => {
  const about = (): object => ({ case: ids["case"], audience: "court" });
  const make = (more: object): Promise<Answered> =>
    test.ask("POST", "/api/bundle", {
      ...about(),
      approvedBy: "A. Approver",
      acknowledged: [],
      path: at("handover"),
      name: "for-the-court",
      ...more,
    });

  it("is planned, refused while a name is not decided on, and made into a folder of its own", async () => {
    const { body: plan } = await test.ask("POST", "/api/bundle/plan", about());
    expect(plan.names.map(({ record }: { record: string }) => record)).toContain(ids["person"]);
    const refused = await test.ended((await make({})).body.job);
    expect(refused.error.code).toBe("workspace.names-not-covered");
    expect(existsSync(join(at("handover"), "for-the-court"))).toBe(false);
    const acknowledged = plan.names.map(({ record }: { record: string }) => record);
    const { state, result } = await test.ended((await make({ acknowledged })).body.job);
    expect([state, result.hasPage]).toEqual(["done", false]);
    expect(readdirSync(result.folder)).toContain("bagit.txt");
    const again = await make({ acknowledged });
    expect([again.status, again.body.error.code]).toEqual([409, "desk.folder-exists"]);
  });

  it("seals evidence anew to a recipient, and says of a key as it is typed whether it is one", async () => {
    const keys = [recipient, recipient.slice(0, -1), `AGE-SECRET-KEY-1${"Q".repeat(58)}`];
    const { body: judged } = await test.ask("POST", "/api/bundle/recipients", { recipients: keys });
    expect(judged).toEqual(["fits", "mistyped", "secret"]);
    for (const key of keys.slice(1)) expect((await make({ recipients: [key] })).status).toBe(400);
    const { body: plan } = await test.ask("POST", "/api/bundle/plan", about());
    const acknowledged = plan.names.map(({ record }: { record: string }) => record);
    const { result } = await test.ended((await make({ acknowledged, recipients: [recipient] })).body.job);
    expect(result.sealedTo).toBe(1);
    const [file = ""] = readdirSync(result.folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".age"),
    );
    expect(readFileSync(join(result.folder, file), "latin1")).toMatch(/^age-encryption.org\/v1\n-> X25519 /);
  });

  it.each(["../outside", ".hidden", "a/b", ".."])("does not go into a folder called %j", async (name) => {
    expect((await make({ name })).status).toBe(400);
  });
});

describe("checkpoints from the desk", () => {
  const ask = (authority: unknown): Promise<Answered> => test.ask("POST", "/api/anchors/ask", { authority });

  it("go to no address that is none, with nothing signed for it", async () => {
    for (const authority of ["", "here", "ftp://a.example", "http://me:secret@127.0.0.1/"])
      expect((await ask(authority)).status).toBeGreaterThanOrEqual(400);
    expect((await test.ask("GET", "/api/anchors")).body).toEqual([]);
  });

  it("go to the address that was typed, and stay where what comes back is no timestamp", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers["content-type"]}`);
      request.resume();
      response.writeHead(200, { "content-type": "application/timestamp-reply" }).end("no timestamp");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { body } = await ask(`http://127.0.0.1:${port}/tsr`);
    const { state, result } = await test.ended(body.job);
    expect([state, result]).toEqual([
      "done",
      { record: null, verdict: { state: "not-an-answer", words: "" } },
    ]);
    expect(asked).toEqual(["POST /tsr application/timestamp-query"]);
    const { body: listed } = await test.ask("GET", "/api/anchors");
    expect(listed).toMatchObject([{ checkpoint: "confirmed", timestamp: null }]);
    await new Promise((resolve) => server.close(resolve));
    const gone = await test.ended((await ask(`http://127.0.0.1:${port}/tsr`)).body.job);
    expect(gone.error.code).toBe("timestamps.unreachable");
  });

  it("can be stopped while nobody answers", async () => {
    const begun = new Promise<void>((resolve) => {
      silent = createServer(() => resolve());
    });
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const { body } = await ask(`http://127.0.0.1:${port}/`);
    await begun;
    await test.ask("DELETE", `/api/jobs/${body.job}`);
    expect((await test.ended(body.job)).state).toBe("cancelled");
    silent.closeAllConnections();
    silent.close();
  });

  it("are made with a request to carry, and held against the log when they are listed", async () => {
    const { body: made } = await test.ask("POST", "/api/anchors", {});
    const request = await test.raw(made.request, { headers: test.headers });
    expect(new Uint8Array(await request.arrayBuffer())[0]).toBe(0x30);
    expect(await (await test.raw(made.note, { headers: test.headers })).text()).toContain("\n");
    const { body: listed } = await test.ask("GET", "/api/anchors");
    expect(listed).toMatchObject([{ record: made.record, checkpoint: "confirmed", timestamp: null }]);
    const answer = Buffer.from("no answer at all").toString("base64");
    const refused = await test.ask("POST", "/api/anchors/answer", { answer });
    expect(JSON.stringify(refused.body)).toMatch(/not-an-answer|no-request/);
  });
});
