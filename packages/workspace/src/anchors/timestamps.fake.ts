// The port to timestamps in memory: requests and answers are JSON, hashes are real, and trust is a name.
import { createHash } from "node:crypto";
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import type { AnswerProblem, AnswerVerdict, Timestamps, TokenFacts } from "./timestamps.ts";

interface FakeRequest {
  readonly hash: string;
  readonly nonce: number;
}

export interface FakeTimestamps extends Timestamps {
  /** What an authority of this name answers. */
  answer(request: Uint8Array, authority?: string): Uint8Array;
}

export const fakeTime = "2026-11-24T08:00:00.000Z";

export function createFakeTimestamps(): FakeTimestamps {
  let nonce = 0;
  const hashOf = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");
  return {
    createRequest: async (data) => encodeUtf8(JSON.stringify({ hash: hashOf(data), nonce: (nonce += 1) })),
    answer: (request, authority = "authority") =>
      encodeUtf8(JSON.stringify({ ...JSON.parse(parseUtf8(request)), authority })),
    async verifyAnswer(answer, { data, request, trusted }): Promise<AnswerVerdict> {
      const asked: FakeRequest = JSON.parse(parseUtf8(request));
      const refused = (problem: AnswerProblem): AnswerVerdict => ({ state: "refused", problem });
      const text = parseUtf8(answer);
      if (!text.startsWith("{")) return refused("not-an-answer");
      const said: FakeRequest & { readonly authority: string } = JSON.parse(text);
      if (said.hash !== hashOf(data)) return refused("other-imprint");
      if (said.nonce !== asked.nonce) return refused("wrong-nonce");
      const facts: TokenFacts = {
        time: fakeTime,
        accuracy: null,
        serial: "01",
        policy: "1.2.3",
        authority: said.authority,
        certificate: { sha256: hashOf(encodeUtf8(said.authority)), from: fakeTime, until: fakeTime },
      };
      if (trusted.length === 0) return { state: "unvouched", facts, problem: null };
      if (!trusted.some((one) => parseUtf8(one) === said.authority)) return refused("untrusted");
      return { state: "vouched", facts, path: [said.authority], problem: null };
    },
  };
}
