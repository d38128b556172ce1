// A frozen letter leaves the vault: what its list shows and nothing else, after a person approved it, with a release record.
import type { RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { publishLetter, type LetterPublishOptions, type PublishedLetter } from "@tocsin/publish";
import type { Release } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { releaseOperations } from "../release-record.ts";
import { unreadIn } from "../unread-in.ts";
import { codesIn, textIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { frozenFile } from "./frozen-file.ts";
import { fromLog, letterFileOf } from "./letter-file.ts";

export type LetterEdition = "pdf" | "docx" | "html" | "csv" | "json";

export interface ReleaseLetterOptions extends LetterPublishOptions {
  readonly letter: RecordId;
  /** Of the fixed words; texts stay in their languages. */
  readonly translator: Translator;
  readonly tool: { readonly name: string; readonly version: string };
  /** To whom it goes; those of the letter where it is absent. */
  readonly addressees?: readonly string[];
  /** The person who answers for what leaves. */
  readonly approvedBy: string;
  readonly lang: string;
  readonly formats: readonly LetterEdition[];
}

export interface ReleasedLetter extends PublishedLetter {
  readonly release: RecordId;
  /** SHA-256 of the frozen list, as it stands in every edition. */
  readonly digest: string;
}

/**
 * Throws `letters.not-ready` while the list is not frozen, `workspace.not-approved` without a person's name; on every
 * failure nothing is written.
 */
export async function releaseLetter(
  workspace: Workspace,
  options: ReleaseLetterOptions,
): Promise<ReleasedLetter> {
  const { letter, approvedBy, addressees, tool } = options;
  if (approvedBy.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot publish: nobody has approved what leaves");
  await workspace.settled(options.signal);
  const file = await letterFileOf(workspace.view, letter, fromLog(workspace.view));
  const { list, signers } = frozenFile(file);
  const version = file.versions.find(({ digest }) => digest === list.head.text);
  const release = workspace.context.newId();
  const madeAt = `${new Date(workspace.context.now()).toISOString().slice(0, 19)}Z`;
  const published = await publishLetter(
    {
      list,
      organiser: textIn(file.values["organiser"]),
      addressees: addressees ?? codesIn(file.values["addressees"]),
      origins: new Map(
        (version?.texts ?? []).flatMap(({ language, origin }) =>
          origin === null ? [] : [[language, origin] as const],
        ),
      ),
      madeAt,
      release,
      approvedBy,
      tool,
    },
    options,
  );
  const records = [
    letter,
    ...(version === undefined ? [] : [version.record]),
    ...signers.flatMap((id) => id ?? []),
  ];
  await writeRelease(workspace, options, { release, madeAt, records, sha256: published.jsonSha256 });
  return { ...published, release, digest: list.digest };
}

interface ToRecord {
  readonly release: RecordId;
  readonly madeAt: string;
  readonly records: readonly RecordId[];
  readonly sha256: string;
}

async function writeRelease(
  workspace: Workspace,
  { approvedBy, lang, formats }: ReleaseLetterOptions,
  { release, madeAt, records, sha256 }: ToRecord,
): Promise<void> {
  const values: Release = {
    title: { text: `open-letter · public · ${madeAt.slice(0, 10)}`, lang: "zxx" },
    audience: "public",
    format: formats[0] ?? "json",
    records,
    approvedBy: { text: approvedBy, lang },
    approved: madeAt,
    sha256,
    ...(await unreadIn(workspace)),
  };
  const { isCode } = workspace.registry;
  await workspace.write(releaseOperations(values, { record: release, act: "letter.publish", isCode }));
}
