// `tocsin letter publish` and `verify`: a frozen letter leaves after somebody approved it, and anybody checks its list, without
// a vault.
import { createHash } from "node:crypto";
import { access, constants, mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseId, parseUtf8 } from "@tocsin/core";
import { listCounts, parseListFile, verifyList, type ListProblem } from "@tocsin/letters";
import { createTypesetter, createWordWriter } from "@tocsin/node";
import { releaseLetter, type LetterEdition, type ReleasedLetter } from "@tocsin/workspace";
import { stringOption, usage, wordOf, type Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { noteWritten } from "./clear-copies.ts";
import { refuseTaken, writeNewFile } from "./files.ts";

const editions = ["pdf", "docx", "html", "csv", "json"] as const;

export async function publishLetterTo(call: Call): Promise<undefined> {
  const given = stringOption(call, "format")?.split(",") ?? editions;
  const formats = editions.filter((format) => given.includes(format));
  if (formats.length !== given.length) throw usage(`--format takes ${editions.join(", ")}`);
  const addressees = await addresseesOf(call);
  const approvedBy = await approvalOf(call);
  const lang = call.translator.locale;
  const folder = resolve(stringOption(call, "out") ?? ".");
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  await refuseTaken(join(folder, "list.json"));
  await withProgram(call, async ({ workspace }) => {
    const released = await releaseLetter(workspace, {
      letter: parseId(wordOf(call, 0)),
      translator: call.translator,
      tool: { name: "tocsin", version: call.parts.version },
      ...(addressees === null ? {} : { addressees }),
      isMerged: call.options["each"] === true || addressees !== null,
      approvedBy,
      lang,
      formats,
      sha256: sha256Of,
      ...(formats.includes("pdf") ? { typesetter: createTypesetter() } : {}),
      ...(formats.includes("docx") ? { wordWriter: createWordWriter() } : {}),
      signal: call.signal,
    });
    const outputs = await writeAll(folder, released, formats);
    const { release, digest } = released;
    const by = { text: approvedBy, lang };
    await noteWritten(
      call,
      workspace,
      outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256, release, by })),
    );
    if (call.json) await call.give({ release, digest, outputs });
    else
      for (const { path, sha256, addressee } of outputs)
        await call.say([path, sha256, ...(addressee === null ? [] : [addressee])].join("  "));
    call.talk(call.translator.t("cli.output.clear"));
  });
}

/** One a line. */
async function addresseesOf(call: Call): Promise<readonly string[] | null> {
  const path = stringOption(call, "addressees");
  if (path === undefined) return null;
  const lines = parseUtf8(await readFile(resolve(path))).split(/\r\n|\r|\n/);
  const named = lines.map((line) => line.trim()).filter((line) => line !== "");
  if (named.length === 0) throw usage("--addressees takes a file with one addressee a line");
  return named;
}

interface Output {
  readonly format: LetterEdition;
  readonly addressee: string | null;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Names of files say which release and which copy, never whose. */
async function writeAll(
  folder: string,
  { copies, csv, json, release }: ReleasedLetter,
  formats: readonly LetterEdition[],
): Promise<readonly Output[]> {
  const name = `letter-${release.slice(0, 8)}`;
  const all = copies.flatMap(({ addressee, ...copy }, at) =>
    (["pdf", "docx", "html"] as const).map((format) => ({
      format,
      addressee,
      file: `${name}${addressee === null ? "" : `-${String(at + 1).padStart(3, "0")}`}.${format}`,
      content: copy[format],
    })),
  );
  const shared = [
    { format: "csv" as const, addressee: null, file: `${name}.csv`, content: csv },
    { format: "json" as const, addressee: null, file: "list.json", content: json },
  ];
  const outputs: Output[] = [];
  for (const { format, addressee, file, content } of [...all, ...shared]) {
    if (content === null || !formats.includes(format)) continue;
    const path = join(folder, file);
    await writeNewFile(path, content);
    outputs.push({ format, addressee, path, bytes: content.length, sha256: sha256Of(content) });
  }
  return outputs;
}

/** Ends with `found` where something is not as it was frozen. */
export async function verifyListFile(call: Call): Promise<number> {
  const { t } = call.translator;
  const list = parseListFile(await readFile(resolve(wordOf(call, 0))));
  const verdict = verifyList(list, sha256Of, stringOption(call, "digest") ?? null);
  const holds = verdict.problems.length === 0;
  const counts = listCounts(verdict.entries.flatMap((entry) => entry ?? []));
  if (call.json) await call.give({ ...verdict, holds, frozen: list.head.frozen, counts });
  else {
    await call.say(`SHA-256 ${verdict.digest}`);
    await call.say(
      t("letters.out.sum", {
        all: verdict.entries.length,
        named: counts.named,
        withheld: counts.withheld,
        counted: counts.counted,
      }),
    );
    for (const problem of verdict.problems) await call.say(problemLine(call, problem));
    if (holds) await call.say(t("cli.letter.holds"));
    await call.say(t("letters.out.check.not"));
  }
  return holds ? exitCodes.done : exitCodes.found;
}

function problemLine({ translator: { t } }: Call, problem: ListProblem): string {
  switch (problem.kind) {
    case "digest":
      return t("cli.letter.problem.digest");
    case "text":
      return t("cli.letter.problem.text", { language: problem.language });
    case "expected":
      return t("cli.letter.problem.expected", { digest: problem.expected });
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
