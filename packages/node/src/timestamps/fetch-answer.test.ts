import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { encodeUtf8 } from "@tocsin/core";
import { timestampLimits } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeAuthorities, isOpensslInstalled } from "../crypto/timestamps/authority.fake.ts";
import { createTimestamps, parseTrusted } from "../crypto/timestamps/timestamps.ts";
import { fetchAnswer } from "./fetch-answer.ts";

const reply = { "Content-Type": "application/timestamp-reply" };
const question = encodeUtf8("a question");

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

let server: Server;
let address = "";
const asked: string[] = [];
let headers: IncomingMessage["headers"] = {};
const waiting: (() => void)[] = [];

const answers: Readonly<Record<string, RequestListener>> = {
  "/echo": (request, response) =>
    void bodyOf(request).then((body) => {
      headers = request.headers;
      response.writeHead(200, { "Content-Type": "Application/Timestamp-Reply; charset=binary" }).end(body);
    }),
  "/redirect": (_, response) => void response.writeHead(307, { Location: `${address}/echo` }).end(),
  "/broken": (_, response) => void response.writeHead(500, reply).end("no"),
  "/page": (_, response) => void response.writeHead(200, { "Content-Type": "text/html" }).end("<p>"),
  "/large": (_, response) => void response.writeHead(200, reply).end(Buffer.alloc(10_000_000)),
  "/endless": (_, response) => {
    response.writeHead(200, reply);
    response.write("a");
    for (const tell of waiting.splice(0)) tell();
  },
  "/silent": () => {
    for (const tell of waiting.splice(0)) tell();
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answers[request.url ?? ""]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("asking an authority", () => {
  it("sends the request and nothing that tells who asks", async () => {
    const bytes = await fetchAnswer(question, { authority: `${address}/echo` });
    expect(Buffer.from(bytes).toString()).toBe("a question");
    expect(Object.keys(headers).sort()).toEqual([
      "accept",
      "connection",
      "content-length",
      "content-type",
      "host",
    ]);
    expect(headers["content-type"]).toBe("application/timestamp-query");
  });

  it("follows no redirect, and takes nothing but a timestamp that is not too large", async () => {
    asked.length = 0;
    for (const path of ["/redirect", "/broken", "/page", "/large"])
      await expect(fetchAnswer(question, { authority: `${address}${path}` })).rejects.toMatchObject({
        code: "timestamps.not-an-authority",
      });
    expect(asked).toEqual(["POST /redirect", "POST /broken", "POST /page", "POST /large"]);
    expect(timestampLimits.answer).toBeLessThan(10_000_000);
  });

  it("gives up after its time, whether nothing comes or it never ends", async () => {
    for (const path of ["/silent", "/endless"])
      await expect(
        fetchAnswer(question, { authority: `${address}${path}`, timeout: 200 }),
      ).rejects.toMatchObject({
        code: "timestamps.unreachable",
        message: expect.stringContaining("in time"),
      });
  });

  it("stops when told, with the reason that was given", async () => {
    for (const path of ["/silent", "/endless"]) {
      const controller = new AbortController();
      const isThere = new Promise<void>((resolve) => void waiting.push(resolve));
      const asking = fetchAnswer(question, { authority: `${address}${path}`, signal: controller.signal });
      await isThere;
      controller.abort(new Error("enough"));
      await expect(asking).rejects.toThrow("enough");
    }
    const signal = AbortSignal.abort(new Error("before"));
    await expect(fetchAnswer(question, { authority: `${address}/echo`, signal })).rejects.toThrow("before");
  });

  it("refuses what is no address, names a password, or has nobody there", async () => {
    for (const authority of [
      "",
      "here",
      "file:///etc/passwd",
      "ftp://a.example",
      "http://me:secret@127.0.0.1/",
    ])
      await expect(fetchAnswer(question, { authority })).rejects.toMatchObject({
        code: "timestamps.bad-address",
      });
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await expect(fetchAnswer(question, { authority: `http://127.0.0.1:${port}/` })).rejects.toMatchObject({
      code: "timestamps.unreachable",
    });
  });

  it.skipIf(!isOpensslInstalled())("brings a timestamp that is vouched for", async () => {
    const authorities = createFakeAuthorities();
    const authority = authorities.create();
    const local = createServer(
      (request, response) =>
        void bodyOf(request).then((body) => response.writeHead(200, reply).end(authority.answer(body))),
    );
    await new Promise<void>((resolve) => local.listen(0, "127.0.0.1", resolve));
    const timestamps = createTimestamps();
    const request = await timestamps.createRequest(question);
    const { port } = local.address() as AddressInfo;
    const answer = await fetchAnswer(request, { authority: `http://127.0.0.1:${port}/tsr` });
    const trusted = parseTrusted(authorities.root);
    const verdict = await timestamps.verifyAnswer(answer, { data: question, request, trusted });
    expect(verdict.state).toBe("vouched");
    local.close();
    authorities.remove();
  });
});
