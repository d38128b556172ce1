// Signatures under a letter: added, corrected, accepted or not, given again for another text, withdrawn, and verified by what
// somebody saw. All of it until the list is frozen.
import { type Json, type RecordId } from "@tocsin/core";
import { checkNames, checkShown, LettersError, parseDomain } from "@tocsin/letters";
import {
  code,
  command,
  create,
  instant,
  link,
  links,
  names,
  parsePatch,
  RecordsError,
  signatureCheckKind,
  signatureKind,
  string,
  strings,
  text,
  valuesOf,
  type InputOf,
  type NameText,
  type Operation,
  type Patch,
  type RecordState,
} from "@tocsin/records";
import { exchanged, setting } from "../letters/changes.ts";
import { currentDigest } from "../letters/current-digest.ts";
import { openLetter, openSignature, refuseLate } from "../letters/refusals.ts";
import { stateOf } from "../state-of.ts";
import { linkIn, listIn, stringIn, textIn } from "../values.ts";

/** What an organisation says of itself. */
const self = {
  /** The same organisation in other scripts and languages. */
  names: names(),
  country: code("countries"),
  domain: string(),
  aliases: strings(),
  visibility: code("signatureVisibility"),
  actedBy: text({ sensitive: true }),
  actedAs: text({ sensitive: true }),
  contact: text({ sensitive: true }),
} as const;

const added = {
  letter: link("letter", { required: true }),
  name: text({ required: true, sensitive: true }),
  ...self,
  came: code("signatureWays"),
  /** Row, sheet, message: where the sign-on itself lies. */
  cameFrom: text({ sensitive: true }),
  /** When it came in: what came before the deadline may be typed in after it. */
  arrived: instant(),
  /** `accepted` by whoever types it in; otherwise it waits for somebody. */
  status: code("signatureStates"),
} as const;

export type SignatureInput = InputOf<typeof added>;

/**
 * A signature under the text that stands. Throws `letters.frozen`, `letters.too-late`, `letters.bad-signer`. One that is like
 * another is taken all the same: the queue shows both.
 */
export const signatureAdd = command("signature.add", added, async (view, input, { registry, newId, now }) => {
  const letter = await openLetter(view, input.letter);
  const values = signatureValues(input, { signed: await currentDigest(view, input.letter), now: now() });
  refuseLate(letter, Date.parse(values.arrived));
  return [create(signatureKind, values, { record: newId(), act: "signature.add", isCode: registry.isCode })];
});

/** Throws `letters.bad-signer`. */
function signatureValues(
  { arrived, ...input }: SignatureInput,
  { signed, now }: { readonly signed: string; readonly now: number },
) {
  const {
    name,
    names: others = [],
    visibility = "public",
    came = "typed",
    status = "waiting",
    domain,
  } = input;
  checkNames([name, ...others]);
  return {
    ...input,
    visibility,
    came,
    status,
    signed,
    arrived: arrived ?? new Date(now).toISOString(),
    ...(domain === undefined ? {} : { domain: domainOf(domain) }),
  };
}

function domainOf(text: string): string {
  const domain = parseDomain(text);
  if (domain === null)
    throw new LettersError("letters.bad-signer", "Cannot take signature: what stands as its domain is none");
  return domain;
}

/** Corrects what a signer says of itself: names, country, domain, how it is shown. Sets are exchanged whole. */
export const signatureChange = command(
  "signature.change",
  { signature: link("signature", { required: true }), name: text({ sensitive: true }), ...self },
  async (view, { signature, names: others, aliases, domain, ...given }, { registry }) => {
    const state = await openSignature(view, signature);
    const before = valuesOf(state);
    const name = given.name ?? textIn(before["name"]) ?? { text: "", lang: "und" };
    checkNames([name, ...(others ?? [])]);
    const plain = domain === undefined || domain === "" ? given : { ...given, domain: domainOf(domain) };
    const patch: Patch = {
      ...parsePatch(signatureKind, setting(plain), registry.isCode),
      ...(domain === "" ? { domain: { clear: true } } : {}),
      ...(others === undefined ? {} : { names: exchanged(listIn(before["names"]), others.map(plainName)) }),
      ...(aliases === undefined ? {} : { aliases: exchanged(listIn(before["aliases"]), aliases) }),
    };
    return Object.keys(patch).length === 0 ? [] : [changeOf(signature, "signature.change", patch)];
  },
);

function plainName({ text, lang, used }: NameText): Json {
  return { text, lang, ...(used === undefined ? {} : { used }) };
}

/** Accepts or refuses signatures, several at once. */
export const signatureDecide = command(
  "signature.decide",
  {
    signatures: links("signature", { required: true }),
    status: code("signatureStates", { required: true }),
  },
  async (view, { signatures, status }) => {
    const operations: Operation[] = [];
    for (const signature of signatures) {
      await openSignature(view, signature);
      operations.push(changeOf(signature, "signature.decide", { status: { set: status } }));
    }
    return operations;
  },
);

/** The signer says yes to the text that stands now. */
export const signatureAgain = command(
  "signature.again",
  { signature: link("signature", { required: true }), cameFrom: text({ sensitive: true }) },
  async (view, { signature, cameFrom }) => {
    const letter = letterOf(await openSignature(view, signature));
    const patch: Patch = {
      signed: { set: await currentDigest(view, letter) },
      ...(cameFrom === undefined ? {} : { cameFrom: { set: { ...cameFrom } } }),
    };
    return [changeOf(signature, "signature.again", patch)];
  },
);

/** Takes a signature back, until the list is frozen. It stays known that it was there. */
export const signatureWithdraw = command(
  "signature.withdraw",
  { signature: link("signature", { required: true }), why: text({ multiline: true, sensitive: true }) },
  async (view, { signature, why }, { now }) => {
    await openSignature(view, signature);
    const patch: Patch = {
      withdrawn: { set: new Date(now()).toISOString() },
      ...(why === undefined ? {} : { withdrawnWhy: { set: { ...why } } }),
    };
    return [changeOf(signature, "signature.withdraw", patch)];
  },
);

/** What was seen that shows who signs. Throws `letters.not-shown` where it does not show the rung. */
export const signatureVerify = command(
  "signature.verify",
  {
    signature: link("signature", { required: true }),
    rung: code("verificationRungs", { required: true }),
    by: text({ required: true, sensitive: true }),
    seen: text({ required: true, multiline: true, sensitive: true }),
    when: instant(),
  },
  async (view, { signature, rung, by, seen, when }, { registry, newId, now }) => {
    const state = await openSignature(view, signature);
    const at = when ?? new Date(now()).toISOString();
    const domain = stringIn(valuesOf(state)["domain"]);
    checkShown({ domain }, { rung, by: by.text, seen: seen.text, when: at, takenBack: false });
    const values = { signature, rung, by, seen, when: at };
    return [
      create(signatureCheckKind, values, {
        record: newId(),
        act: "signature.verify",
        isCode: registry.isCode,
      }),
    ];
  },
);

/** What was seen turned out to show nothing. */
export const signatureUnverify = command(
  "signature.unverify",
  { check: link("signatureCheck", { required: true }) },
  async (view, { check }, { now }) => {
    const signature = linkIn(valuesOf(await stateOf(view, check, "signatureCheck"))["signature"]);
    if (signature !== null) await openSignature(view, signature);
    const { name: kind, version } = signatureCheckKind;
    const patch: Patch = { takenBack: { set: new Date(now()).toISOString() } };
    return [{ kind, version, record: check, act: "signature.unverify", patch }];
  },
);

function letterOf(state: RecordState): RecordId {
  const letter = linkIn(valuesOf(state)["letter"]);
  if (letter === null) throw new RecordsError("records.not-found", "Cannot find letter: nothing has this id");
  return letter;
}

function changeOf(record: RecordId, act: string, patch: Patch): Operation {
  const { name: kind, version } = signatureKind;
  return { kind, version, record, act, patch };
}
