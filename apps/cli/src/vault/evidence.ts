// `tocsin evidence`: bytes go in sealed, are checked again, are examined where they lie, and can be taken out.
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseId } from "@tocsin/core";
import { openPathSource } from "@tocsin/node";
import type { LanguageText } from "@tocsin/records";
import {
  addEvidence,
  sealedEvidenceOf,
  takeOutEvidence,
  verifyEvidence,
  type AboutEvidence,
} from "@tocsin/workspace";
import { requiredOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";
import { noteWritten } from "../outputs/clear-copies.ts";
import { openNewFile, refuseTaken } from "../outputs/files.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { sizeText } from "../sizes.ts";
import { withProgram, withVault } from "./open.ts";

export async function add(call: Call): Promise<undefined> {
  const path = wordOf(call, 0);
  const source = await openPathSource(path);
  const about = aboutOf(call, basename(resolve(path)));
  await withProgram(call, async ({ workspace }) => {
    const { t } = call.translator;
    const onResume = (bytes: number): void =>
      call.talk(t("cli.evidence.resumed", { size: sizeText(bytes, call.translator) }));
    const added = await addEvidence(workspace, source, { about, onResume, ...watch(call, source.bytes) });
    call.progress.end();
    if (call.json) await call.give({ ...added, skipped: source.skipped });
    else await call.say(added.record);
    call.talk(t("cli.evidence.added", { sha256: added.sha256 }));
    for (const sign of added.signs)
      call.talk(t("cli.evidence.sign", { sign: t(`fileSigns.${sign}.definition`) }));
    if (source.skipped > 0) call.talk(t("cli.evidence.skipped", { count: source.skipped }));
    call.talk(t("cli.evidence.original", { path: added.original ?? resolve(path) }));
  });
}

function aboutOf(call: Call, name: string): AboutEvidence {
  const lang = textLanguageOf(call);
  const textOf = (option: string): LanguageText | undefined => {
    const text = stringOption(call, option);
    return text === undefined ? undefined : { text, lang };
  };
  const [how, by, consent] = [textOf("how"), textOf("by"), textOf("consentText")];
  const [when, caseId] = [stringOption(call, "when"), stringOption(call, "case")];
  return {
    // The name of a file is in no language.
    title: textOf("title") ?? { text: name, lang: "zxx" },
    ...(how ? { obtainedHow: how } : {}),
    ...(by ? { obtainedBy: by } : {}),
    ...(when === undefined ? {} : { obtainedWhen: when }),
    ...(consent ? { consentText: consent } : {}),
    ...(caseId === undefined ? {} : { case: parseId(caseId) }),
    ...copyOf(call, textOf),
  };
}

/** A working copy says of what it is one, and of what kind. */
function copyOf(
  call: Call,
  textOf: (option: string) => LanguageText | undefined,
): Pick<AboutEvidence, "parent" | "copyKind" | "copyHow" | "copyBy"> {
  const [original, copyKind] = [stringOption(call, "copyOf"), stringOption(call, "copyKind")];
  if ((original === undefined) !== (copyKind === undefined))
    throw usage("--copy-of and --copy-kind come together");
  if (original === undefined || copyKind === undefined) return {};
  const [how, by] = [textOf("copyHow"), textOf("copyBy")];
  return {
    parent: parseId(original),
    copyKind,
    ...(how ? { copyHow: how } : {}),
    ...(by ? { copyBy: by } : {}),
  };
}

/** What a killed process left: listed, or with `--discard` removed. */
export async function drafts(call: Call): Promise<undefined> {
  const discard = stringOption(call, "discard");
  await withVault(call, async ({ vault }) => {
    const left = await vault.evidenceDrafts();
    if (discard !== undefined) {
      const named = left.find(({ name }) => name === discard);
      if (named === undefined) throw usage("no draft has this name");
      await vault.discardEvidence(named.name);
      call.talk(call.translator.t("cli.evidence.discarded"));
    } else if (call.json) await call.give(left);
    else
      for (const { name, hint, size } of left)
        await call.say([name, sizeText(size, call.translator), hint ?? "-"].join("  "));
  });
}

export async function verify(call: Call): Promise<number> {
  return withProgram(call, async ({ workspace }) => {
    const id = parseId(wordOf(call, 0));
    const { size } = await sealedEvidenceOf(workspace, id);
    const verified = await verifyEvidence(workspace, id, {
      ...watch(call, size),
      createDigest: () => createHash("sha256"),
      pause,
    });
    call.progress.end();
    if (call.json) await call.give({ evidence: id, ...verified });
    else await call.say(`${call.translator.t(`fixity.${verified.status}.label`)} · ${verified.sha256}`);
    return verified.status === "intact" ? exitCodes.done : exitCodes.found;
  });
}

/** What is taken out lies in clear: said each time, and written on its record before a byte of it leaves. */
export async function extract(call: Call): Promise<undefined> {
  const target = resolve(requiredOption(call, "to", "--to PATH"));
  await withProgram(call, async ({ workspace }) => {
    const id = parseId(wordOf(call, 0));
    const { size, sha256, mediaType } = await sealedEvidenceOf(workspace, id);
    await refuseTaken(target);
    const purpose = stringOption(call, "purpose");
    const reader = await takeOutEvidence(workspace, id, {
      how: "extracted",
      ...(purpose === undefined ? {} : { purpose: { text: purpose, lang: textLanguageOf(call) } }),
    });
    try {
      await writeOut(call, target, { pieces: reader.stream(), size });
    } finally {
      reader.close();
    }
    await noteWritten(call, workspace, [{ path: target, bytes: size, sha256 }]);
    if (call.json) await call.give({ evidence: id, path: target, size, sha256, mediaType });
    else await call.say(target);
    call.talk(call.translator.t("cli.evidence.extracted", { path: target }));
  });
}

async function writeOut(
  call: Call,
  target: string,
  { pieces, size }: { readonly pieces: Iterable<Uint8Array>; readonly size: number },
): Promise<void> {
  const file = await openNewFile(target);
  let done = 0;
  try {
    for (const piece of pieces) {
      call.signal.throwIfAborted();
      await file.writeFile(piece);
      done += piece.length;
      call.progress.show({ done, total: size, unit: "bytes" });
    }
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close();
    await rm(target, { force: true });
    throw error;
  } finally {
    call.progress.end();
  }
}

function watch(
  { progress, signal }: Call,
  total: number,
): { readonly onProgress: (done: number) => void; readonly signal: AbortSignal } {
  return { onProgress: (done) => progress.show({ done, total, unit: "bytes" }), signal };
}

/** Lets an interruption in. */
function pause(): Promise<void> {
  return new Promise((resolve_) => {
    setImmediate(resolve_);
  });
}
