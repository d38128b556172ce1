// Both ways against `openssl ts`: it answers our requests and judges our pairs; what we refuse, we refuse for a reason.
import { createHash, X509Certificate } from "node:crypto";
import { encodeUtf8 } from "@tocsin/core";
import type { AnswerVerdict, Timestamps } from "@tocsin/workspace";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Authority,
  createFakeAuthorities,
  type FakeAuthorities,
  isOpensslInstalled,
} from "./authority.fake.ts";
import { createTimestamps, parseTrusted } from "./timestamps.ts";

const data = encodeUtf8("tocsin/a checkpoint, or any other bytes\n");

describe("a request", () => {
  it("asks for SHA-256 of the bytes, with a nonce of its own and the wish for certificates", async () => {
    const hash = createHash("sha256").update(data).digest("hex");
    const request = await createTimestamps((length) => new Uint8Array(length).fill(0xff)).createRequest(data);
    // RFC 3161, section 2.4.1, by hand: version 1, imprint, nonce, certReq.
    const imprint = `3031300d060960864801650304020105000420${hash}`;
    expect(Buffer.from(request).toString("hex")).toBe(`3043020101${imprint}02087fffffffffffffff0101ff`);
    const zeros = await createTimestamps((length) => new Uint8Array(length)).createRequest(data);
    expect(Buffer.from(zeros).toString("hex")).toContain("02084000000000000000");
    expect(await createTimestamps().createRequest(data)).not.toEqual(
      await createTimestamps().createRequest(data),
    );
  });
});

describe.skipIf(!isOpensslInstalled())("an answer", () => {
  let authorities: FakeAuthorities;
  let authority: Authority;
  let trusted: readonly Uint8Array[];
  let request: Uint8Array;
  let answer: Buffer;
  const timestamps: Timestamps = createTimestamps();
  const verify = (
    bytes: Uint8Array,
    question: Partial<Parameters<Timestamps["verifyAnswer"]>[1]> = {},
  ): Promise<AnswerVerdict> => timestamps.verifyAnswer(bytes, { data, request, trusted, ...question });

  beforeAll(async () => {
    authorities = createFakeAuthorities();
    authority = authorities.create();
    trusted = parseTrusted(authorities.root);
    request = await timestamps.createRequest(data);
    answer = authority.answer(request);
  });
  afterAll(() => authorities.remove());

  it("is vouched for where its certificate leads to one that the user named, as openssl finds too", async () => {
    const verdict = await verify(answer);
    expect(verdict).toMatchObject({
      state: "vouched",
      path: ["CN=Timestamps, O=Nobody", "CN=Root, O=Nobody"],
      facts: { accuracy: 1501, policy: "1.2.3.4.1", serial: "02", authority: "CN=Timestamps, O=Nobody" },
    });
    const ca = authorities.root;
    expect(authorities.verify({ request, answer, ca }).said).toContain("Verification: OK");
    expect(authorities.verify({ data, answer, ca }).isAccepted).toBe(true);
    if (verdict.state !== "vouched") return;
    expect(Math.abs(Date.parse(verdict.facts.time) - Date.now())).toBeLessThan(60_000);
    const { fingerprint256 } = new X509Certificate(authority.certificate);
    expect(verdict.facts.certificate.sha256).toBe(fingerprint256.replaceAll(":", "").toLowerCase());
  });

  it("is vouched for by a certificate between, by the signer's own, and over RSA", async () => {
    const between = authorities.create({ between: true });
    const long = await verify(between.answer(request));
    expect(long).toMatchObject({ state: "vouched", path: { length: 3 } });
    const own = await verify(answer, { trusted: parseTrusted(authority.certificate) });
    expect(own).toMatchObject({ state: "vouched", path: { length: 1 } });
    const rsa = authorities.create({ key: ["rsa:2048"], digest: "sha512" });
    expect(await verify(rsa.answer(request))).toMatchObject({ state: "vouched" });
  });

  it("says that nobody vouches for the certificate where none was named, or another", async () => {
    expect(await verify(answer, { trusted: [] })).toMatchObject({ state: "unvouched", problem: null });
    const others = createFakeAuthorities();
    const stranger = await verify(answer, { trusted: parseTrusted(others.root) });
    expect(stranger).toMatchObject({ state: "refused", problem: "untrusted", facts: { serial: "02" } });
    expect(authorities.verify({ request, answer, ca: others.root }).isAccepted).toBe(false);
    others.remove();
  });

  it("is refused over other bytes, and to another request", async () => {
    expect(await verify(answer, { data: encodeUtf8("other") })).toMatchObject({ problem: "other-imprint" });
    const again = await timestamps.createRequest(data);
    expect(await verify(answer, { request: again })).toMatchObject({ problem: "wrong-nonce" });
    expect(authorities.verify({ request: again, answer, ca: authorities.root }).isAccepted).toBe(false);
    expect(await verify(answer, { request: encodeUtf8("no request") })).toMatchObject({
      problem: "wrong-nonce",
    });
  });

  it("is refused under a certificate that had ended, or had yet to begin, at the time that it states", async () => {
    for (const validity of [
      ["20200101000000Z", "20210101000000Z"],
      ["20980101000000Z", "20990101000000Z"],
    ] as const) {
      const bytes = authorities.create({ validity }).answer(request);
      expect(await verify(bytes)).toMatchObject({ state: "refused", problem: "not-valid-then" });
      expect(authorities.verify({ request, answer: bytes, ca: authorities.root }).isAccepted).toBe(false);
    }
  });

  it("is refused under a certificate that is not for timestamps and nothing else", async () => {
    for (const extensions of ["no-purpose", "two-purposes", "not-critical"] as const) {
      const signer = authorities.create({ extensions });
      const bytes = authority.answerUnchecked(request, signer);
      expect(await verify(bytes)).toMatchObject({ state: "refused", problem: "not-for-timestamps" });
      expect(authorities.verify({ request, answer: bytes, ca: authorities.root }).isAccepted).toBe(false);
    }
    const proper = authority.answerUnchecked(request, authority);
    expect(await verify(proper)).toMatchObject({ state: "vouched" });
  });

  it("is refused when the signature does not name its certificate", async () => {
    const bytes = authority.answerUnchecked(request, authority, false);
    expect(await verify(bytes)).toMatchObject({ state: "refused", problem: "not-bound" });
    expect(authorities.verify({ request, answer: bytes, ca: authorities.root }).isAccepted).toBe(false);
  });

  it("is refused over SHA-1 and short keys", async () => {
    const weak = [authorities.create({ digest: "sha1" }), authorities.create({ key: ["rsa:1024"] })];
    for (const { answer: reply } of weak)
      expect(await verify(reply(request))).toMatchObject({ problem: "weak-algorithm" });
  });

  it("that says no is told with its reason", async () => {
    const bytes = authorities.create({ accepts: "sha512" }).answer(request);
    expect(await verify(bytes)).toMatchObject({
      state: "refused",
      problem: "rejected",
      refusal: { status: 2, reasons: ["badAlg"], words: expect.stringContaining("not supported") },
    });
  });

  it("without the certificates that were asked for is refused", async () => {
    const plain = Buffer.from(request.subarray(0, -3));
    plain[1] = (plain[1] ?? 0) - 3;
    expect(await verify(authority.answer(plain))).toMatchObject({ problem: "no-certificate" });
  });

  it("is refused when it is cut short, has bytes behind it, is something else, or is 10 MB long", async () => {
    for (const length of [0, 1, 5, answer.length - 1])
      expect(await verify(answer.subarray(0, length))).toMatchObject({ problem: "not-an-answer" });
    expect(await verify(Buffer.concat([answer, Buffer.of(0)]))).toMatchObject({ problem: "not-an-answer" });
    expect(await verify(Buffer.from("<html>no</html>"))).toMatchObject({ problem: "not-an-answer" });
    expect(await verify(Buffer.from("30053003020100", "hex"))).toMatchObject({
      problem: "no-token",
    });
    expect(await verify(Buffer.alloc(10_000_000, 0x30))).toMatchObject({ problem: "too-large" });
    expect(await verify(Buffer.alloc(28_000, 0x30))).toMatchObject({ problem: "not-an-answer" });
    const deep = Buffer.concat([Buffer.alloc(14_000, Buffer.of(0x30, 0x80)), Buffer.alloc(14_000)]);
    expect(await verify(deep)).toMatchObject({ problem: "not-an-answer" });
  });

  it("with any byte altered is refused, or says exactly the same", async () => {
    const whole = await verify(answer);
    const kept = whole.state === "vouched" ? whole.facts : null;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: answer.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const altered = Buffer.from(answer);
          altered[at] = (altered[at] ?? 0) ^ change;
          const verdict = await verify(altered);
          if (verdict.state === "refused") refused += 1;
          // Status and what nobody signed can differ; what was signed cannot.
          expect(verdict.state === "refused" ? kept : verdict.facts).toEqual(kept);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

describe("certificates that a user names", () => {
  it("are refused when they are none, or too many", () => {
    const codes = [
      Buffer.from("no"),
      Buffer.alloc(200_000),
      Buffer.from("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"),
    ];
    for (const bytes of codes)
      expect(() => parseTrusted(bytes)).toThrow(
        expect.objectContaining({ code: "timestamps.bad-certificate" }),
      );
  });
});
