// A questionnaire goes out and answers come in, sealed by the age library itself: what is taken, what is told and left alone,
// and that nothing leaves without consent.
import { Encrypter } from "age-encryption";
import { audienceCodes } from "@tocsin/cases";
import { parseUtf8, type RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { kindOf, released, valuesOf, type RecordState } from "@tocsin/records";
import { smallQuestionnaire } from "@tocsin/voices/fakes";
import { beforeEach, describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import { openEvidence } from "../evidence.ts";
import { exportRecords } from "../export-records.ts";
import {
  codeOf,
  createSmallWorkspace,
  sha256Of,
  start,
  type SmallWorkspace,
} from "../small-workspace.fake.ts";
import type { ContributionPage } from "../queries/contribution-page.ts";
import { openAnswerImport, type ImportedAnswer } from "./import-answers.ts";
import { makeQuestionnaire, type MadeQuestionnaire } from "./make-questionnaire.ts";
import { purposeOf } from "./release-purpose.ts";

const primitives = createFakePrimitives("answers");
const least = { attribution: "none", quote: false, reuse: "here" };
let small: SmallWorkspace;
let made: MadeQuestionnaire;

function make(workspace = small.workspace, more: Partial<{ from: string; recipients: string[] }> = {}) {
  const options = { content: smallQuestionnaire(), from: "Example Organisation", recipients: [], primitives };
  return makeQuestionnaire(workspace, { ...options, ...more });
}

interface Given {
  readonly answer?: string;
  readonly answers?: readonly unknown[];
  readonly digest?: string;
  readonly contributor?: unknown;
}

/** An answer file as a form would write it; another program wrote this one. */
function plain({ answer = "a".repeat(32), answers, digest = made.digest, contributor = {} }: Given): unknown {
  return {
    format: "tocsin-answer",
    formatVersion: 1,
    questionnaire: { id: "small", version: 1, digest },
    answer,
    edition: 1,
    day: "2026-11-29",
    language: "ar",
    writtenIn: "ar",
    contributor,
    answers: answers ?? [{ question: "seen", value: "no", consent: least }],
  };
}

async function sealed(value: unknown, to = made.form.recipients): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const each of to) encrypter.addRecipient(each);
  return encrypter.encrypt(JSON.stringify(value).padEnd(8_192));
}

async function take(...files: readonly (Uint8Array | null)[]): Promise<readonly ImportedAnswer[]> {
  const intake = await openAnswerImport(small.workspace, { primitives, how: "By hand" });
  const outcomes: ImportedAnswer[] = [];
  for (const bytes of files)
    outcomes.push(await intake.take({ name: "answer-abcdefgh.tocsin-answer", bytes }));
  intake.close();
  return outcomes;
}

const all = (kind: string): Promise<readonly RecordState[]> => allOf(small.workspace.view, kind);
const brief = (outcomes: readonly ImportedAnswer[]): readonly string[] =>
  outcomes.map((each) => (each.outcome === "refused" ? each.reason : each.outcome));

const quotable = { attribution: "role-region", quote: true, reuse: "partners", until: "2027-06-30" };
const story = [
  { question: "seen", value: "yes", consent: least },
  { question: "times", value: 2, consent: least },
  { question: "what", item: 0, value: "رسالة تهديد", consent: quotable },
  { question: "kinds", item: 0, value: ["threat", "theft"], consent: least },
  { question: "what", item: 1, value: "سر لا يُقتبس", consent: least },
  { question: "when", value: "2026-11", consent: least },
];

beforeEach(async () => {
  small = await createSmallWorkspace();
  made = await make();
});

describe("a questionnaire", () => {
  it("made again keeps its key; with another recipient or in another vault it gets one of its own", async () => {
    const again = await make();
    expect(again).toEqual({ ...made, isKnown: true });
    const other = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    const shared = await make(small.workspace, { recipients: [other] });
    expect(shared.form.recipients[1]).toBe(other);
    expect(shared.form.recipients[0]).not.toBe(made.form.recipients[0]);
    expect(await all("questionnaire")).toHaveLength(2);
  });

  it("that is not whole, or has a recipient that is none, is not made", async () => {
    const content = { ...smallQuestionnaire(), title: {} };
    const options = { from: "", recipients: [], primitives };
    expect(await codeOf(() => makeQuestionnaire(small.workspace, { ...options, content }))).toBe(
      "workspace.bad-questionnaire",
    );
    expect(await codeOf(() => make(small.workspace, { recipients: ["age1nobody"] }))).toBe("crypto.bad-key");
    expect(await all("questionnaire")).toHaveLength(1);
  });
});

describe("an answer file", () => {
  it("is taken whole: the sealed bytes as evidence, every answer with its consent, and when it must go", async () => {
    const bytes = await sealed(plain({ answers: story, contributor: { role: "محامية" } }));
    const [outcome] = await take(bytes);
    expect(outcome).toMatchObject({ outcome: "taken", answers: 6, lacking: 0, alike: null, earlier: null });
    const [contribution] = (await all("contribution")).map(valuesOf);
    expect(contribution).toMatchObject({
      questionnaire: made.record,
      sha256: sha256Of(bytes),
      writtenIn: "ar",
      role: { text: "محامية", lang: "ar" },
    });
    const reader = await openEvidence(small.workspace, contribution?.["original"] as RecordId);
    expect(Buffer.concat([...reader.stream()]).equals(bytes)).toBe(true);
    reader.close();
    const answers = (await all("contributionAnswer")).map(valuesOf);
    const shown = answers.map(({ question, time, words, chosen, number, day, mayQuote }) => [
      question,
      time,
      (words as { text?: string } | undefined)?.text,
      chosen,
      number,
      day,
      mayQuote,
    ]);
    expect(shown).toEqual([
      ["seen", undefined, undefined, ["yes"], undefined, undefined, false],
      ["times", undefined, undefined, undefined, 2, undefined, false],
      ["what", 1, "رسالة تهديد", undefined, undefined, undefined, true],
      ["kinds", 1, undefined, expect.arrayContaining(["threat", "theft"]), undefined, undefined, false],
      ["what", 2, "سر لا يُقتبس", undefined, undefined, undefined, false],
      ["when", undefined, undefined, undefined, undefined, "2026-11", false],
    ]);
    expect((await all("retention")).map(valuesOf)[0]).toMatchObject({
      of: contribution?.["original"],
      until: "2027-06-30",
    });
  });

  it("that came before is recognised; the same words and another saving of one form are taken and said", async () => {
    const first = await sealed(plain({ answers: story }));
    const outcomes = await take(
      first,
      first,
      await sealed(plain({ answers: story })),
      await sealed(plain({ answers: story.toReversed(), answer: "b".repeat(32) })),
      await sealed(plain({})),
    );
    const [one, again, resealed, others, corrected] = outcomes;
    const record = one?.outcome === "taken" ? one.record : null;
    expect(again).toEqual({ outcome: "known", record });
    expect(resealed).toMatchObject({ outcome: "taken", alike: record, earlier: record });
    expect(others).toMatchObject({ outcome: "taken", alike: record, earlier: null });
    expect(corrected).toMatchObject({ outcome: "taken", alike: null, earlier: record });
    expect(await all("contribution")).toHaveLength(4);
  });

  it("with any bit flipped, cut, of another vault or no answer is told and left alone: nothing of it is written", async () => {
    const whole = await sealed(plain({ answers: story }));
    const flips = Array.from({ length: whole.length }, (_, at) => at).filter((at) =>
      at < 200 ? at % 13 === 0 : at % 173 === 0,
    );
    const flipped = flips.map((at) => whole.map((byte, index) => (index === at ? byte ^ 4 : byte)));
    const elsewhere = await make((await createSmallWorkspace()).workspace);
    const before = small.vault.heads();
    const outcomes = await take(
      ...flipped,
      whole.slice(0, -1),
      whole.slice(0, 100),
      await sealed(plain({}), ["age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"]),
      new TextEncoder().encode("a letter"),
      null,
      await sealed([]),
      await sealed(plain({ digest: "0".repeat(64) })),
      await sealed(plain({ answers: [{ question: "nobody", value: "x", consent: least }] })),
      await sealed(plain({ answers: [{ question: "seen", value: "no" }] })),
    );
    expect(elsewhere.digest).toBe(made.digest);
    const flippedReasons = brief(outcomes.slice(0, flipped.length));
    expect(new Set(flippedReasons)).toEqual(new Set(["not-an-answer", "other-vault", "altered"]));
    expect(brief(outcomes.slice(flipped.length))).toEqual([
      "altered",
      "not-an-answer",
      "other-vault",
      "not-an-answer",
      "not-an-answer",
      "not-readable",
      "other-questionnaire",
      "does-not-fit",
      "not-readable",
    ]);
    expect(small.vault.heads()).toEqual(before);
    for (const kind of ["contribution", "contributionAnswer", "evidence"])
      expect(await all(kind)).toEqual([]);
    expect(brief(await take(whole))).toEqual(["taken"]);
  });

  it("broken off before its act was written leaves nothing half taken", async () => {
    const bytes = await sealed(plain({ answers: story }));
    const { vault } = small.workspace;
    const commit = vault.commit.bind(vault);
    vault.commit = () => Promise.reject(new Error("the power went"));
    await expect(take(bytes)).rejects.toThrow("the power went");
    vault.commit = commit;
    for (const kind of ["contribution", "contributionAnswer", "evidence"])
      expect(await all(kind)).toEqual([]);
    expect(brief(await take(bytes))).toEqual(["taken"]);
  });

  it("sent by a hundred under other names is kept a hundred times, each marked as saying the same", async () => {
    const files = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        sealed(plain({ answers: story, answer: at.toString(16).padStart(32, "0") })),
      ),
    );
    const outcomes = await take(...files);
    const alike = outcomes.filter((each) => each.outcome === "taken" && each.alike !== null);
    expect([outcomes.length, alike.length]).toEqual([100, 99]);
    expect(await all("contribution")).toHaveLength(100);
  });
});

describe("the page of a contribution", () => {
  it("has every answer under its question, in the questionnaire's order, and says what may be done with each", async () => {
    const [outcome] = await take(await sealed(plain({ answers: story.toReversed() })));
    const contribution = outcome?.outcome === "taken" ? outcome.record : "";
    const page = (await small.workspace.ask("contribution.page", {
      contribution,
      language: "ar",
    })) as ContributionPage;
    expect(page.title).toEqual({ text: "استبيان صغير", lang: "ar" });
    const brief = page.lines.map(({ asked, time, words, chosen, number, day, mayQuote }) => [
      asked.text,
      time,
      words?.text ?? (chosen.map(({ text }) => text).join() || (number ?? day)),
      mayQuote,
    ]);
    expect(brief).toEqual([
      ["هل حدث ذلك؟", null, "نعم", false],
      ["How often?", null, 2, false],
      ["What was it?", 1, "رسالة تهديد", true],
      ["Of which kinds?", 1, "A threat,A theft", false],
      ["What was it?", 2, "سر لا يُقتبس", false],
      ["When?", null, "2026-11", false],
    ]);
    expect(page.lines[2]).toMatchObject({ repeat: { text: "Each time", lang: "en" }, until: "2027-06-30" });
  });
});

describe("what leaves of answers", () => {
  const tableOf = async (kind: string, audience: (typeof audienceCodes)[number]): Promise<string> => {
    const { bytes } = await exportRecords(small.workspace, {
      kind,
      audience,
      format: "json",
      isWhole: true,
      acceptDifferences: true,
      sha256: sha256Of,
      approvedBy: { text: "Somebody", lang: "en" },
    });
    return parseUtf8(bytes);
  };
  const everything = async (audience: (typeof audienceCodes)[number]): Promise<string> => {
    const tables = [];
    for (const kind of small.workspace.registry.kinds.keys()) tables.push(await tableOf(kind, audience));
    return tables.join("\n");
  };

  it("is nothing outside, and inside only what may be quoted and was not taken back", async () => {
    const answers = story.map((each) => ({
      ...each,
      consent: each.question === "what" ? each.consent : least,
    }));
    const contributor = { name: "Wanda Example", contact: "wanda@example.org" };
    await take(await sealed(plain({ answers, contributor })));
    for (const audience of audienceCodes) {
      const out = await everything(audience);
      expect(out).not.toContain("سر لا يُقتبس");
      expect(out).not.toContain("Wanda");
      expect(out).not.toContain("wanda@");
      expect(out).not.toContain("AGE-SECRET-KEY");
      expect(out.includes("رسالة تهديد")).toBe(audience === "internal");
    }
    const [quoted] = (await all("contributionAnswer")).filter(
      (state) => valuesOf(state)["mayQuote"] === true,
    );
    if (quoted === undefined) throw new Error("no answer may be quoted");
    await small.make("record.change", { record: quoted.id, patch: { withdrawn: { set: "2026-12-01" } } });
    expect(await tableOf("contributionAnswer", "internal")).not.toContain("رسالة تهديد");
  });

  it("is nothing of what was to be kept until an earlier day, or was allowed for less than the release is for", async () => {
    const told = (value: string, item: number, more: object): unknown => ({
      question: "what",
      item,
      value,
      consent: { ...quotable, ...more },
    });
    const answers = [
      told("ended words", 0, { until: "2026-11-22" }),
      told("last day words", 1, { until: "2026-11-23" }),
      told("words for here", 2, { reuse: "here", until: "2026-11-23" }),
    ];
    await take(
      await sealed(plain({ answers: [{ question: "seen", value: "yes", consent: least }, ...answers] })),
    );
    const inside = await tableOf("contributionAnswer", "internal");
    expect(inside).not.toContain("ended words");
    expect(inside).toContain("last day words");
    expect(inside).toContain("words for here");
    const { registry } = small.workspace;
    const kind = kindOf(registry, "contributionAnswer");
    const states = await all("contributionAnswer");
    const wordsFor = (audience: (typeof audienceCodes)[number]): string =>
      JSON.stringify(
        states.map(
          (state) =>
            released(kind, state, {
              fields: { contributionAnswer: { words: "full" } },
              named: new Set(),
              purpose: purposeOf(audience, start),
            }).values,
        ),
      );
    expect(wordsFor("public")).toContain("last day words");
    for (const audience of ["public", "partner"] as const) {
      expect(wordsFor(audience)).not.toContain("words for here");
      expect(wordsFor(audience)).not.toContain("ended words");
    }
    const rules = { fields: { contributionAnswer: { words: "full" } }, named: new Set<RecordId>() } as const;
    expect(states.flatMap((state) => Object.keys(released(kind, state, rules).values))).toEqual([]);
  });
});
