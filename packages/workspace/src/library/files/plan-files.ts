// Archived copies as files of the public library: which there are, what each carries, what stops it, and which of those that a
// person approved by name leave. A file that is stopped stays inside, and the rest goes on without it.
import { isTocsinError, withVisibleCharacters, type RecordId } from "@tocsin/core";
import { givenTypes, type GivenType } from "@tocsin/formats";
import { valuesOf, withoutIdentifiers, type RecordState } from "@tocsin/records";
import { flagIn, integerIn, linkIn, stringIn, textIn, type Values } from "../../values.ts";
import type { Workspace } from "../../workspace.ts";
import type { LibraryRecords } from "../read-library.ts";
import { slugOf } from "../slug-of.ts";
import type { FileLook, FileStop, LookAtFile, PlannedFile } from "./file-look.ts";
import { readEvidenceBytes } from "./read-bytes.ts";

export interface PlanFilesOptions {
  readonly look: LookAtFile | undefined;
  /** Evidence that a person approved. */
  readonly approved: ReadonlySet<RecordId>;
  readonly signal?: AbortSignal | undefined;
}

/** Bytes of one file; of all of them together. */
export const fileLimits = { one: 32 * 1024 * 1024, all: 256 * 1024 * 1024, count: 500 } as const;

/** `items`: those of the library that are shown. Nothing is looked at without `look`, and nothing leaves. */
export async function planFiles(
  workspace: Workspace,
  records: LibraryRecords,
  { items, ...options }: PlanFilesOptions & { readonly items: readonly RecordState[] },
): Promise<readonly PlannedFile[]> {
  const { look, signal } = options;
  if (look === undefined) return [];
  const planned: PlannedFile[] = [];
  const room = { bytes: fileLimits.all, count: fileLimits.count };
  for (const item of items)
    for (const evidence of copiesOf(records, item)) {
      signal?.throwIfAborted();
      const file = await plannedFile(workspace, records, { item, evidence, room, options });
      planned.push(file);
    }
  return withOneEach(planned);
}

/** The copy that an item names, and what was redacted of it, the newest last. */
function copiesOf(records: LibraryRecords, item: RecordState): readonly RecordState[] {
  const id = linkIn(valuesOf(item)["copy"]);
  const named = id === null ? undefined : records.byId.get(id);
  if (named?.kind !== "evidence") return [];
  const redacted = records
    .of("evidence")
    .filter((state) => linkIn(valuesOf(state)["parent"]) === named.id && isRedaction(state));
  return [named, ...redacted];
}

function isRedaction(state: RecordState): boolean {
  return valuesOf(state)["copyKind"] === "redaction";
}

interface One {
  readonly item: RecordState;
  readonly evidence: RecordState;
  readonly room: { bytes: number; count: number };
  readonly options: PlanFilesOptions;
}

async function plannedFile(
  workspace: Workspace,
  records: LibraryRecords,
  { item, evidence, room, options }: One,
): Promise<PlannedFile> {
  const values = valuesOf(evidence);
  const early = [...stopsOfRecord(records, item, evidence), ...stopsOfRoom(values, room)];
  const isLookedAt = !early.some((stop) => unseen.has(stop));
  const look = isLookedAt ? await lookedAt(workspace, evidence.id, options) : null;
  const stops = look === null ? early : [...early, ...stopsOfLook(records, look)];
  const { mediaType: type, carries, wordsRead } = look ?? notLookedAt;
  const sha256 = stringIn(values["sha256"]) ?? "";
  const slug = slugOf(item.id);
  const isApproved = options.approved.has(evidence.id);
  return {
    record: evidence.id,
    item: item.id,
    slug,
    title: withVisibleCharacters(withoutIdentifiers(titleOf(values)).text),
    sha256,
    bytes: integerIn(values["size"]) ?? 0,
    mediaType: type,
    name: isGivenType(type) ? `${slug}-${sha256.slice(0, 12)}.${givenTypes[type]}` : null,
    isRedacted: isRedaction(evidence),
    carries,
    wordsRead,
    stops,
    isApproved,
    leaves: isApproved && stops.length === 0 && isGivenType(type),
  };
}

const notLookedAt: Pick<FileLook, "mediaType" | "carries" | "wordsRead"> = {
  mediaType: null,
  carries: [],
  wordsRead: "none",
};

const unseen: ReadonlySet<FileStop> = new Set(["inside", "no-bytes", "too-large", "no-room"]);

function isGivenType(type: string | null): type is GivenType {
  return type !== null && Object.hasOwn(givenTypes, type);
}

function titleOf(values: Values): string {
  return textIn(values["title"])?.text ?? "";
}

function stopsOfRecord(
  { names, of }: LibraryRecords,
  item: RecordState,
  evidence: RecordState,
): readonly FileStop[] {
  const values = valuesOf(evidence);
  const hasRedacted = of("evidence").some(
    (state) => linkIn(valuesOf(state)["parent"]) === evidence.id && isRedaction(state),
  );
  const rights = stringIn(valuesOf(item)["licence"]) ?? "";
  const called = [titleOf(values), stringIn(values["original"]) ?? ""].join("\n");
  const found: readonly (readonly [FileStop, boolean])[] = [
    ["inside", flagIn(values["staysInside"]) === true],
    ["no-bytes", values["sealed"] === undefined],
    ["redacted", hasRedacted],
    ["no-rights", rights.trim() === ""],
    ["sort", values["files"] !== undefined],
    ["name-of-file", names.citing.has(called)],
  ];
  return found.flatMap(([stop, holds]) => (holds ? [stop] : []));
}

/** Takes what it needs of the room. */
function stopsOfRoom(values: Values, room: One["room"]): readonly FileStop[] {
  const size = integerIn(values["size"]) ?? 0;
  if (size > fileLimits.one) return ["too-large"];
  if (size > room.bytes || room.count === 0) return ["no-room"];
  room.bytes -= size;
  room.count -= 1;
  return [];
}

/** Null where it is too large to be looked through. */
async function lookedAt(
  workspace: Workspace,
  evidence: RecordId,
  { look, signal }: PlanFilesOptions,
): Promise<FileLook | null> {
  if (look === undefined) return null;
  const { bytes } = await readEvidenceBytes(workspace, evidence, { most: fileLimits.one, signal });
  try {
    return await look(bytes, signal);
  } catch (error) {
    if (isTocsinError(error) && error.code.startsWith("formats.")) return unreadable;
    throw error;
  }
}

const unreadable: FileLook = {
  mediaType: null,
  carries: [],
  isActive: false,
  isLocked: false,
  isWhole: false,
  said: "",
  words: "",
  wordsRead: "none",
};

/** A profile of colours alone tells nobody anything. */
const harmless: ReadonlySet<string> = new Set(["colour-profile"]);

function stopsOfLook({ names: { citing } }: LibraryRecords, look: FileLook): readonly FileStop[] {
  // The look at a PDF as a picture says only that more may stand in it.
  const carried = look.carries.filter((kind) => !harmless.has(kind));
  const found: readonly (readonly [FileStop, boolean])[] = [
    ["sort", look.mediaType === null && look.isWhole],
    ["active", look.isActive],
    ["locked", look.isLocked],
    ["unreadable", !look.isWhole],
    ["metadata", carried.length > 0],
    ["name-in-metadata", citing.has(look.said)],
    ["name-in-text", citing.has(look.words)],
  ];
  return found.flatMap(([stop, holds]) => (holds ? [stop] : []));
}

/** An item has one file: of several that could leave the newest. */
function withOneEach(files: readonly PlannedFile[]): readonly PlannedFile[] {
  const chosen = new Map(files.flatMap((file) => (file.leaves ? [[file.item, file.record] as const] : [])));
  return files.map((file) =>
    file.leaves && chosen.get(file.item) !== file.record
      ? { ...file, leaves: false, stops: ["another"] }
      : file,
  );
}
