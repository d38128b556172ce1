// A letter from its opening to its frozen list: what is asked again, what is refused, what counts once, and what leaves.
import { audiences } from "@tocsin/cases";
import { parseId, type RecordId } from "@tocsin/core";
import { listFileBytes, parseListFile, verifyList } from "@tocsin/letters";
import { valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import { exportRecords } from "../export-records.ts";
import type { LetterPage, LetterPreview } from "../queries/letter-page.ts";
import {
  codeOf,
  createSmallWorkspace,
  sha256Of,
  start,
  type SmallWorkspace,
} from "../small-workspace.fake.ts";
import { frozenFile } from "./frozen-file.ts";
import { fromLog, letterFileOf } from "./letter-file.ts";

const en = (text: string) => ({ text, lang: "en" });
let now: number;
let small: SmallWorkspace;
let letter: RecordId;

beforeEach(async () => {
  now = start;
  small = await createSmallWorkspace({ clock: () => now });
  letter = await small.make("letter.open", {
    title: en("Protect those who defend rights"),
    body: en("We call on all States to act.\n\nNow."),
    addressees: ["Permanent Mission of Exampleland"],
    deadline: "2026-12-01T18:00",
    zone: "Europe/Zurich",
    graceMinutes: 30,
  });
});

const page = async (): Promise<LetterPage> =>
  (await small.workspace.ask("letter.page", { letter })) as LetterPage;
const preview = async (more = {}): Promise<LetterPreview> =>
  (await small.workspace.ask("letter.preview", { letter, ...more })) as LetterPreview;
const sign = (name: string, more: Readonly<Record<string, unknown>> = {}): Promise<RecordId> => {
  now += 1;
  return small.make("signature.add", { letter, name: en(name), status: "accepted", ...more });
};
const freeze = async (more = {}): Promise<unknown> =>
  small.workspace.run("letter.freeze", {
    letter,
    plan: (await preview()).digest,
    by: en("A. Person"),
    ...more,
  });
const standingOf = async (id: RecordId) =>
  (await page()).signatures.find(({ record }) => record === id)?.standing;
const frozen = async () =>
  frozenFile(await letterFileOf(small.workspace.view, letter, fromLog(small.workspace.view)));

describe("a letter that collects", () => {
  it("names the version that each signature signed, and asks again after another one", async () => {
    const first = await sign("Example A");
    await small.workspace.run("letter.translate", {
      letter,
      title: { text: "رسالة", lang: "ar" },
      body: { text: "ندعو.", lang: "ar" },
    });
    expect(await standingOf(first)).toBe("stands");
    const before = (await page()).versions[0];
    expect(before?.texts.map(({ language }) => language)).toEqual(["en", "ar"]);
    await small.workspace.run("letter.version", {
      letter,
      title: en("Protect"),
      body: en("We call on all States."),
    });
    expect(await standingOf(first)).toBe("ask-again");
    const second = await sign("Example B");
    expect(await standingOf(second)).toBe("stands");
    await small.workspace.run("signature.again", { signature: first });
    const { versions, standing } = await page();
    expect(versions.map(({ number, signed }) => [number, signed])).toEqual([
      [2, 2],
      [1, 0],
    ]);
    expect(standing).toMatchObject({ stands: 2, "ask-again": 0 });
  });

  it("refuses the text that stands, a translation into its own language, and a deadline without a zone", async () => {
    const body = en("We call on all States to act.\r\n\r\n\r\nNow. ");
    const run = (command: string, input: object) =>
      codeOf(() => small.workspace.run(command, { letter, ...input }));
    expect(await run("letter.version", { title: en("Protect those who defend rights"), body })).toBe(
      "letters.bad-letter",
    );
    expect(await run("letter.translate", { title: en("x"), body: en("y") })).toBe("letters.bad-letter");
    expect(await run("letter.change", { zone: "Nowhere/Town" })).toBe("letters.bad-letter");
    expect(
      await codeOf(() =>
        small.workspace.run("letter.open", { title: en("x"), body: en("y"), deadline: "2026-12-01" }),
      ),
    ).toBe("letters.bad-letter");
  });

  it("takes no signature after the deadline and its grace, but one that came in before", async () => {
    now = Date.parse("2026-12-01T17:29:59Z") - 1;
    await sign("In time");
    now = Date.parse("2026-12-01T17:30:00Z") - 1;
    now += 1;
    expect((await page()).deadline).toMatchObject({
      isOver: true,
      moment: Date.parse("2026-12-01T17:00:00Z"),
    });
    expect(await codeOf(() => sign("Late"))).toBe("letters.too-late");
    await sign("On paper", { came: "paper", arrived: "2026-12-01T12:00:00.000Z" });
    await small.workspace.run("letter.change", { letter, deadline: "2026-12-02" });
    await sign("After a later deadline");
    expect((await page()).standing.stands).toBe(3);
  });

  it("waits with what nobody accepted, and keeps what was refused or withdrawn", async () => {
    const ids = [
      await sign("A", { status: "waiting" }),
      await sign("B", { status: "waiting" }),
      await sign("C"),
    ];
    expect((await page()).standing).toMatchObject({ stands: 1, waiting: 2 });
    await small.workspace.run("signature.decide", { signatures: ids.slice(0, 1), status: "accepted" });
    await small.workspace.run("signature.decide", { signatures: ids.slice(1, 2), status: "refused" });
    await small.workspace.run("signature.withdraw", {
      signature: ids[2],
      why: en("They changed their mind"),
    });
    expect((await page()).standing).toMatchObject({ stands: 1, refused: 1, withdrawn: 1 });
    expect((await page()).signatures).toHaveLength(3);
    expect(await codeOf(() => small.workspace.run("signature.withdraw", { signature: ids[2] }))).toBe(
      "letters.not-standing",
    );
    // The act can be taken back while the letter collects.
    await small.workspace.run("record.undo", { record: ids[2] });
    expect(await standingOf(parseId(ids[2]))).toBe("stands");
  });

  it("claims of a signer what somebody saw, and no more", async () => {
    const signature = await sign("Example Watch", { domain: "https://www.watch.example" });
    const verify = (rung: string, seen: string) =>
      small.make("signature.verify", { signature, rung, by: en("A. Person"), seen: en(seen) });
    expect(await codeOf(() => verify("domain", "office@elsewhere.example"))).toBe("letters.not-shown");
    await verify("email", "office@elsewhere.example");
    const check = await verify("domain", "office@watch.example");
    const rung = async () => (await page()).signatures[0]?.verified;
    expect(await rung()).toBe("domain");
    await small.workspace.run("signature.unverify", { check });
    expect(await rung()).toBe("email");
    await verify("domain", "office@watch.example");
    // Another domain is another claim.
    await small.workspace.run("signature.change", { signature, domain: "other.example" });
    expect(await rung()).toBe("email");
  });

  it("puts the same signer 500 times into one line, and a person's word settles it with all originals kept", async () => {
    const values = { letter, name: en("Example Watch e.V."), status: "accepted" };
    const ids: RecordId[] = [];
    for (let at = 0; at < 500; at += 1) ids.push(await small.make("signature.add", values));
    const other = await sign("Example Watch");
    const [line, ...more] = (await page()).queue;
    expect(more).toEqual([]);
    expect(line?.signatures).toHaveLength(501);
    expect((await page()).standing.stands).toBe(501);
    await small.workspace.run("signature.merge", {
      signatures: line?.signatures,
      keeps: other,
      by: en("A. Person"),
    });
    const merged = await page();
    expect(merged.queue).toEqual([]);
    expect(merged.standing).toMatchObject({ stands: 1, merged: 500 });
    expect(merged.signatures).toHaveLength(501);
    const [decision] = merged.decisions;
    await small.workspace.run("signature.undecide", { decision: decision?.record });
    expect((await page()).queue[0]?.signatures).toHaveLength(501);
    await small.workspace.run("signature.keep-apart", { signatures: line?.signatures, by: en("A. Person") });
    expect((await page()).queue).toEqual([]);
    expect((await page()).standing.stands).toBe(501);
  }, 60_000);

  it("decides about signatures of one letter alone", async () => {
    const another = await small.make("letter.open", { title: en("Another"), body: en("Words.") });
    const [one, other] = [
      await sign("A"),
      await small.make("signature.add", { letter: another, name: en("A") }),
    ];
    const by = en("A. Person");
    const apart = (input: object) =>
      codeOf(() => small.workspace.run("signature.keep-apart", { by, ...input }));
    expect(await apart({ signatures: [one, other] })).toBe("letters.bad-decision");
    expect(await apart({ signatures: [one, one] })).toBe("letters.bad-decision");
    expect(await apart({ signatures: [one, letter] })).toBe("letters.bad-decision");
    expect(await apart({ signatures: [one, await sign("B")], by: en(" ") })).toBe("records.bad-value");
  });
});

describe("a frozen list", () => {
  it("is exactly what the preview showed, or is not made", async () => {
    await sign("Beta", { country: "DE" });
    await sign("alpha");
    const { digest, entries } = await preview();
    expect(entries.map(({ open }) => open.names[0]?.text)).toEqual(["alpha", "Beta"]);
    await sign("Gamma");
    const input = { letter, plan: digest, by: en("A. Person") };
    expect(await codeOf(() => small.workspace.run("letter.freeze", input))).toBe(
      "workspace.changed-meanwhile",
    );
    const arrival = await preview({ order: "arrival" });
    await small.workspace.run("letter.freeze", { ...input, plan: arrival.digest, order: "arrival" });
    const { list, signers } = await frozen();
    expect(list.entries.map((entry) => ("open" in entry ? entry.open.names[0]?.text : ""))).toEqual([
      "Beta",
      "alpha",
      "Gamma",
    ]);
    expect(signers).toHaveLength(3);
    expect(verifyList(parseListFile(listFileBytes(list)), sha256Of).problems).toEqual([]);
    expect((await page()).frozen).toMatchObject({ digest: list.digest });
  });

  it("is not made of nobody, without a name, or while lines of the queue are open, unless somebody says so", async () => {
    expect(await codeOf(() => freeze())).toBe("letters.not-ready");
    await sign("Example");
    expect(await codeOf(() => freeze({ by: en(" ") }))).toBe("records.bad-value");
    await sign("Example e.V.");
    expect(await codeOf(() => freeze())).toBe("letters.not-ready");
    await freeze({ undecided: true });
    expect((await frozen()).list.entries).toHaveLength(2);
  });

  it("refuses whatever comes afterwards, by whichever door, and stays what it is", async () => {
    const [kept, other] = [await sign("Kept"), await sign("Other")];
    const check = await small.make("signature.verify", {
      signature: kept,
      rung: "vouched",
      by: en("A"),
      seen: en("B"),
    });
    await small.workspace.run("signature.change", { signature: other, country: "FR" });
    await freeze();
    const before = new TextDecoder().decode(listFileBytes((await frozen()).list));
    const attempts: readonly (readonly [string, object])[] = [
      ["signature.add", { letter, name: en("Late") }],
      ["signature.add", { letter, name: en("Backdated"), arrived: "2026-11-20T00:00:00.000Z" }],
      ["signature.change", { signature: kept, name: en("Changed") }],
      ["signature.withdraw", { signature: kept }],
      ["signature.decide", { signatures: [kept], status: "refused" }],
      ["signature.again", { signature: kept }],
      ["signature.verify", { signature: kept, rung: "register", by: en("A"), seen: en("B") }],
      ["signature.unverify", { check }],
      ["signature.merge", { signatures: [other], keeps: kept, by: en("A") }],
      ["signature.keep-apart", { signatures: [other, kept], by: en("A") }],
      ["letter.version", { letter, title: en("x"), body: en("y") }],
      ["letter.translate", { letter, title: { text: "x", lang: "fr" }, body: { text: "y", lang: "fr" } }],
      ["letter.change", { letter, deadline: "2027-01-01", zone: "UTC" }],
      ["letter.freeze", { letter, plan: "0".repeat(64), by: en("A") }],
      ["record.undo", { record: letter }],
      ["record.undo", { record: other }],
      ["record.undo", { record: check }],
    ];
    for (const [command, input] of attempts)
      expect(await codeOf(() => small.workspace.run(command, input)), command).toBe("letters.frozen");
    for (const [record, field, value] of [
      [letter, "digest", "0".repeat(64)],
      [kept, "name", en("Changed")],
      [kept, "entry", {}],
    ] as const)
      expect(
        await codeOf(() =>
          small.workspace.run("record.change", { record, patch: { [field]: { set: value } } }),
        ),
      ).toBe("records.bad-value");
    for (const [kind, values] of [
      ["signature", { name: en("By the back door"), letter, status: "accepted" }],
      ["letterVersion", { title: en("By the back door"), letter }],
      ["signerDecision", { how: "same", letter }],
      ["signatureCheck", { rung: "vouched", signature: kept }],
    ] as const)
      expect(await codeOf(() => small.workspace.run("record.create", { kind, values })), kind).toBe(
        "letters.frozen",
      );
    expect(new TextDecoder().decode(listFileBytes((await frozen()).list))).toBe(before);
    await small.workspace.run("record.change", { record: letter, patch: { notes: { set: en("Sent") } } });
  });

  it("shows of a withheld name nothing that could be guessed, and never who acted", async () => {
    await sign("Open Example", { country: "FR" });
    await sign("Hushname", {
      visibility: "withheld",
      country: "BE",
      domain: "hush.example",
      actedBy: en("Hushperson"),
    });
    await sign("Hushcounted", {
      visibility: "counted",
      contact: en("hush@hush.example"),
      aliases: ["Hushalias"],
    });
    await freeze();
    const text = new TextDecoder().decode(listFileBytes((await frozen()).list));
    expect(text).toContain("Open Example");
    expect(text).not.toMatch(/hush|"BE"/i);
    expect((await page()).counts).toMatchObject({ all: 3, named: 1, withheld: 1, counted: 1, noCountry: 2 });
  });

  it("can still be checked when a signature in it was erased", async () => {
    const [one] = [await sign("Example A"), await sign("Example B")];
    await freeze();
    const file = await letterFileOf(small.workspace.view, letter, fromLog(small.workspace.view));
    const { list, signers } = frozenFile({
      ...file,
      signatures: file.signatures.filter(({ id }) => id !== one),
    });
    expect(signers).toEqual([null, expect.any(String)]);
    const verdict = verifyList(parseListFile(listFileBytes(list)), sha256Of, list.digest);
    expect(verdict.problems).toEqual([]);
    expect(verdict.entries.map((entry) => entry?.names[0]?.text)).toEqual([undefined, "Example B"]);
  });
});

describe("nothing of a signature leaves as a table", () => {
  const kinds = ["letter", "letterVersion", "signature", "signatureCheck", "signerDecision"];

  it.each(audiences.terms.map(({ code }) => code))("for %s", async (audience) => {
    const hush = {
      actedBy: en("Hushperson"),
      contact: en("Hushcontact"),
      domain: "hush.example",
      aliases: ["Hushalias"],
    };
    const one = await sign("Hushname", { ...hush, visibility: "withheld", cameFrom: en("Hushrow") });
    const other = await sign("Hushname");
    await small.workspace.run("signature.verify", {
      signature: one,
      rung: "vouched",
      by: en("Hushwitness"),
      seen: en("Hushseen"),
    });
    await small.workspace.run("signature.merge", {
      signatures: [one],
      keeps: other,
      by: en("Hushdecider"),
      reason: en("Hush"),
    });
    await freeze();
    const salt = JSON.stringify(valuesOf((await small.workspace.view.read(other)) ?? ({} as never))["entry"]);
    expect(salt).toContain("Hushname");
    for (const kind of kinds)
      for (const isWhole of [false, true]) {
        const { bytes } = await exportRecords(small.workspace, {
          kind,
          audience: audience as "public",
          format: "json",
          isWhole,
          approvedBy: en("B. Approver"),
          sha256: sha256Of,
          acceptDifferences: true,
        });
        expect(`${kind}: ${new TextDecoder().decode(bytes)}`).not.toMatch(/hush|salt|protect those/i);
      }
  });
});
