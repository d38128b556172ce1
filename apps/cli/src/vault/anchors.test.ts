// The whole road on the command line: checkpoint, request, an authority made with `openssl`, answer, list.
import { createPublicKey, verify } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Authority,
  createFakeAuthorities,
  type FakeAuthorities,
  isOpensslInstalled,
} from "@tocsin/node/fakes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRun } from "../run.fake.ts";

let folder = "";
let now = Date.parse("2026-11-28T08:00:00Z");
const run = createRun(() => ({
  vault: join(folder, "vault"),
  clock: () => (now += 1_000),
  places: { examples: folder, screen: folder },
}));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-anchors-"));
  await run(["vault", "create", join(folder, "vault")]);
});
afterAll(() => rm(folder, { recursive: true }));

async function json(args: readonly string[]): Promise<{ readonly code: number; readonly value: unknown }> {
  const { code, terminal } = await run([...args, "--json"]);
  return { code, value: JSON.parse(terminal.written()) };
}

describe("vault checkpoint", () => {
  it("prints the note and nothing else, signed so that node:crypto verifies it", async () => {
    const { terminal } = await run(["vault", "checkpoint"]);
    expect(terminal.written()).toMatch(
      /^tocsin\/[0-9a-f]{64}\/[0-9a-f]{32}\n\d+\n[\w+/]{43}=\n\n\u2014 \S+ \S+\n$/,
    );
    expect(terminal.said()).toContain("ties the log to no time");
    const { value } = await json(["vault", "checkpoint"]);
    const made = value as { readonly note: string; readonly publicKey: string };
    const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(made.publicKey, "hex").toString("base64url") };
    const signature = Buffer.from(made.note.trimEnd().split(" ").at(-1) ?? "", "base64").subarray(4);
    const text = Buffer.from(made.note.slice(0, made.note.indexOf("\n\n") + 1));
    expect(verify(null, text, createPublicKey({ key: jwk, format: "jwk" }), signature)).toBe(true);
  });

  it("makes nothing where the request cannot be written, or the chain is not of this device", async () => {
    const path = join(folder, "taken.tsq");
    await writeFile(path, "taken");
    const before = await json(["vault", "anchors"]);
    expect((await run(["vault", "checkpoint", "--request", path])).code).toBe(73);
    const other = ["vault", "checkpoint", "--chain", "00".repeat(16), "--request", join(folder, "none.tsq")];
    expect((await run(other)).code).toBe(66);
    expect((await run(["vault", "checkpoint", "--chain", "x"])).code).toBe(64);
    expect(await readdir(folder)).not.toContain("none.tsq");
    expect((await json(["vault", "anchors"])).value).toEqual(before.value);
  });
});

describe.skipIf(!isOpensslInstalled())("vault timestamp", () => {
  let authorities: FakeAuthorities;
  let authority: Authority;
  let ca = "";
  let server: Server;
  let address = "";

  beforeAll(async () => {
    authorities = createFakeAuthorities();
    authority = authorities.create();
    ca = join(folder, "ca.pem");
    await writeFile(ca, authorities.root);
    server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => void pieces.push(piece));
      request.on("end", () => {
        const reply = { "Content-Type": "application/timestamp-reply" };
        response.writeHead(200, reply).end(authority.answer(Buffer.concat(pieces)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`;
  });
  afterAll(() => {
    server.close();
    authorities.remove();
  });

  it("takes an answer that was carried by file, first without anybody who vouches, then with", async () => {
    const [query, reply] = [join(folder, "one.tsq"), join(folder, "one.tsr")];
    const { terminal } = await run(["vault", "checkpoint", "--request", query]);
    await writeFile(reply, authority.answer(await readFile(query)));
    const plain = await run(["vault", "timestamp", "--answer", reply]);
    expect([plain.code, plain.terminal.written()]).toEqual([0, expect.stringContaining("nobody vouches")]);
    const vouched = await run(["vault", "timestamp", "--answer", reply, "--ca", ca]);
    expect([vouched.code, vouched.terminal.written()]).toEqual([
      0,
      expect.stringContaining("named as trusted"),
    ]);
    const { code, value } = await json(["vault", "anchors"]);
    expect(code).toBe(0);
    const [newest] = value as readonly { note: string; request: string; answer: string }[];
    expect(newest).toMatchObject({
      state: "anchored",
      note: terminal.written(),
      checkpoint: { state: "confirmed" },
      timestamp: { state: "vouched", facts: { authority: "CN=Timestamps, O=Nobody" } },
    });
    const answer = Buffer.from(newest?.answer ?? "", "base64");
    const data = Buffer.from(newest?.note ?? "");
    expect(authorities.verify({ data, answer, ca: authorities.root }).said).toContain("Verification: OK");
    const request = Buffer.from(newest?.request ?? "", "base64");
    expect(authorities.verify({ request, answer, ca: authorities.root }).isAccepted).toBe(true);
    expect((await run(["vault", "timestamp", "--answer", reply])).code).not.toBe(0);
  });

  it("asks an authority that is named, and keeps where", async () => {
    const { code, value } = await json(["vault", "timestamp", "--authority", address, "--ca", ca]);
    expect([code, value]).toMatchObject([0, { verdict: { state: "vouched" } }]);
    const listed = await run(["vault", "anchors"]);
    expect(listed.code).toBe(0);
    expect(listed.terminal.written()).toContain("The log has the same commits.");
    const [newest] = (await json(["vault", "anchors"])).value as readonly unknown[];
    expect(newest).toMatchObject({ address, state: "anchored" });
  });

  it("ends with 65 and writes nothing for an answer that is refused, with the reason", async () => {
    const [query, reply] = [join(folder, "two.tsq"), join(folder, "two.tsr")];
    await run(["vault", "checkpoint", "--request", query]);
    const before = (await json(["vault", "anchors"])).value;
    const no = authorities.create({ accepts: "sha512" });
    const altered = authority.answer(await readFile(query));
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [altered, "was altered"],
      [Buffer.from("<html>"), "not the answer of an authority"],
      [no.answer(await readFile(query)), "badAlg"],
      [Buffer.alloc(10_000_000), "larger than a timestamp"],
    ];
    for (const [bytes, text] of cases) {
      await writeFile(reply, bytes);
      const { code, terminal } = await run(["vault", "timestamp", "--answer", reply, "--ca", ca]);
      expect([code, terminal.written()]).toEqual([65, expect.stringContaining(text)]);
      expect(terminal.said()).toContain("Nothing was written.");
    }
    expect((await json(["vault", "anchors"])).value).toEqual(before);
  });

  it("ends with 10 when a timestamp does not lead to the certificate that is named now", async () => {
    const others = createFakeAuthorities();
    const path = join(folder, "other.pem");
    await writeFile(path, others.root);
    const { code, terminal } = await run(["vault", "anchors", "--ca", path]);
    expect([code, terminal.written()]).toEqual([10, expect.stringContaining("does not lead to any")]);
    others.remove();
  });

  it("asks nobody and writes nothing when what is typed is wrong", async () => {
    const before = (await json(["vault", "anchors"])).value;
    const wrong = {
      64: [[], ["--answer", "x", "--authority", address], ["--authority", "ftp://a.example/"]],
      65: [["--authority", address, "--ca", join(folder, "one.tsq")]],
      66: [
        ["--answer", join(folder, "nowhere")],
        ["--authority", address, "--ca", join(folder, "nowhere")],
      ],
    };
    for (const [code, all] of Object.entries(wrong))
      for (const args of all) expect((await run(["vault", "timestamp", ...args])).code).toBe(Number(code));
    expect((await json(["vault", "anchors"])).value).toEqual(before);
  });
});
