// What records that leave tell beside what left before: somebody is named whom an earlier release withheld or the other way
// round, a day or a place is narrower than it was there, a table counted few more than what leaves. What an earlier release
// said is read from the log, as it stood when that was written.
import { releaseFields, type Audience, type ReleaseFields } from "@tocsin/cases";
import {
  isJsonObject,
  isEdtf,
  parseEdtf,
  parsePlace,
  precisionOf,
  placePrecisions,
  type Json,
  type RecordId,
} from "@tocsin/core";
import { createNameFinder } from "@tocsin/publish";
import {
  compareStamps,
  kindOf,
  released,
  releaseKind,
  valuesOf,
  type Field,
  type RecordState,
  type Released,
  type Registry,
} from "@tocsin/records";
import { allOf } from "./all-of.ts";
import { foldAll } from "./back-to.ts";
import { numbersBesideRecords } from "./counts/beside-records.ts";
import type { EarlierNotice, EarlierNoticeKind } from "./earlier-notice.ts";
import { WorkspaceError } from "./errors.ts";
import { labelOf } from "./label-of.ts";
import { countsIn } from "./matrix/released-tables.ts";
import { linkIn, linksIn, listIn, stringIn } from "./values.ts";
import { namesWritten } from "./whom-to-name.ts";
import type { ReadableWorkspace } from "./workspace.ts";

/** What is about to leave. */
export interface AboutToLeave {
  readonly audience: Audience;
  /** Kind to field to how much of it leaves. */
  readonly fields: ReleaseFields;
  readonly records: readonly RecordId[];
  /** Of people and organisations, who may be named. */
  readonly named: ReadonlySet<RecordId>;
  /** People whose names stay inside although something of them leaves. */
  readonly withheld?: ReadonlySet<RecordId>;
  /** Records that left within another one, by which an earlier release names them: incidents with their case. */
  readonly within?: ReadonlyMap<RecordId, RecordId>;
  /** Entries leave as they were written, and a plan lists every field: only days and places are told here. */
  readonly isWhole?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** More records than this are not read again for one earlier release. */
const mostCompared = 5000;

/** Nothing where it stays inside. Newest release first; tables of counts after the rest. */
export async function noticeEarlier(
  workspace: ReadableWorkspace,
  leaving: AboutToLeave,
): Promise<readonly EarlierNotice[]> {
  return [...(await noticeRecords(workspace, leaving)), ...(await noticeNumbers(workspace, leaving))];
}

/** Beside tables of counts, whoever those were for: all that leaves has to be asked about at once. */
export async function noticeNumbers(
  { view, registry }: ReadableWorkspace,
  { audience, records, signal }: AboutToLeave,
): Promise<readonly EarlierNotice[]> {
  if (audience === "internal") return [];
  const releases = (await allOf(view, releaseKind.name, { signal }))
    .filter((state) => audienceOf(state) !== "internal")
    .reverse();
  const byId = new Map(releases.map((state) => [state.id as string, state]));
  const found = await numbersBesideRecords(view, records, countsIn(releases).counts);
  return found.flatMap(({ release, cell, count }) => {
    const state = byId.get(release);
    if (state === undefined) return [];
    return [{ ...noticeOf(registry, state)("remainder", null), label: cell, ...(count && { count }) }];
  });
}

/** Beside records that left before, for the same readers or for everybody. */
export async function noticeRecords(
  workspace: ReadableWorkspace,
  leaving: AboutToLeave,
): Promise<readonly EarlierNotice[]> {
  if (leaving.audience === "internal") return [];
  const { view } = workspace;
  const earlier = (await allOf(view, releaseKind.name, { signal: leaving.signal }))
    .filter((state) => reaches(leaving.audience, audienceOf(state)) || isRead(leaving.audience, state))
    .reverse();
  const wanted = [...new Set(leaving.records)];
  const notices: EarlierNotice[] = [];
  for (const release of earlier) {
    leaving.signal?.throwIfAborted();
    const left = new Set(linksIn(valuesOf(release)["records"]));
    const shared = wanted.filter((id) => left.has(id) || left.has(leaving.within?.get(id) ?? id));
    if (shared.length > 0) notices.push(...(await noticeBeside(workspace, leaving, { release, shared })));
  }
  return notices;
}

/** Throws `workspace.reveals-together` where there is something to notice that nobody accepted. */
export function refuseReveals(notices: readonly EarlierNotice[], isAccepted: boolean | undefined): void {
  if (notices.length === 0 || isAccepted === true) return;
  const told = notices
    .slice(0, mostTold)
    .map(
      ({ kind, release, recordKind, field }) =>
        `${kind}: ${recordKind ?? "records"}${field === null ? "" : `.${field}`} (${release})`,
    );
  throw new WorkspaceError(
    "workspace.reveals-together",
    `Cannot release: earlier releases and this one together reveal what was held back: ${told.join("; ")}`,
    { details: { count: notices.length } },
  );
}

const mostTold = 5;

/** What the public reads, everybody reads. */
function reaches(audience: Audience, earlier: string | null): boolean {
  return earlier === audience || (audience === "public" && earlier !== null && earlier !== "internal");
}

/** Those for whom this is have the earlier one already. */
function isRead(audience: Audience, release: RecordState): boolean {
  const earlier = audienceOf(release);
  return earlier === audience || earlier === "public";
}

function audienceOf(release: RecordState): string | null {
  return stringIn(valuesOf(release)["audience"]);
}

interface Beside {
  readonly release: RecordState;
  readonly shared: readonly RecordId[];
}

async function noticeBeside(
  { view, registry }: ReadableWorkspace,
  leaving: AboutToLeave,
  { release, shared }: Beside,
): Promise<readonly EarlierNotice[]> {
  const notice = noticeOf(registry, release);
  if (shared.length > mostCompared) return [notice("not-compared", null)];
  const now = await view.readMany(shared, leaving.signal ? { signal: leaving.signal } : {});
  const known = isRead(leaving.audience, release) ? knownAlready(leaving, { release, now }) : [];
  const found: EarlierNotice[] = known.map((state) => notice("known", state));
  if (!reaches(leaving.audience, audienceOf(release))) return found;
  const named = await newlyNamed({ view, leaving, release, now });
  const fields = fieldsThen(registry, release);
  found.unshift(...named.map((state) => notice("named", state)));
  for (const state of now) {
    const then =
      compareStamps(state.updated, release.created) < 0 ? state : await stateBefore(view, state.id, release);
    if (then === undefined || !registry.kinds.has(state.kind)) continue;
    const [before, after] = [outOf(registry, then, fields), outOf(registry, state, leaving.fields)];
    for (const { kind, field } of compared(
      registry,
      { before, after, state: then },
      leaving.isWhole === true,
    ))
      found.push(notice(kind, state, field));
  }
  return found;
}

function noticeOf(registry: Registry, release: RecordState) {
  const values = valuesOf(release);
  const common = {
    release: release.id,
    approved: stringIn(values["approved"]),
    withdrawn: values["withdrawn"] !== undefined,
  };
  return (
    kind: EarlierNoticeKind,
    state: RecordState | null,
    field: string | null = null,
  ): EarlierNotice => ({
    ...common,
    kind,
    record: state?.id ?? null,
    label: state === null ? "" : labelOf(registry, state),
    recordKind: state?.kind ?? null,
    field,
  });
}

interface NamesBeside {
  readonly view: ReadableWorkspace["view"];
  readonly leaving: AboutToLeave;
  readonly release: RecordState;
  readonly now: readonly RecordState[];
}

/** Who was withheld there and is named now: by a record of their own, or in a text that left there without the name. */
async function newlyNamed({ view, leaving, release, now }: NamesBeside): Promise<readonly RecordState[]> {
  const open = withheldThen(release).filter((id) => leaving.named.has(id));
  if (open.length === 0) return [];
  const ids = new Set(leaving.records);
  const texts = now.flatMap((state) => textsIn(valuesOf(state)));
  return (await view.readMany(open)).filter((state) => {
    if (ids.has(state.id)) return true;
    const finder = createNameFinder(namesWritten(state, { isChild: false }));
    return texts.some((text) => finder.has(text));
  });
}

/** Who left there by name, in a report of a case, a table of people or a bundle, and is withheld now. */
function knownAlready(
  { withheld }: AboutToLeave,
  { release, now }: Pick<NamesBeside, "release" | "now">,
): readonly RecordState[] {
  const { case: about, fields, format } = valuesOf(release);
  const isOfPeople = isJsonObject(fields) && fields["person"] !== undefined;
  if (withheld === undefined || (about === undefined && !isOfPeople && format !== "bundle")) return [];
  const unnamed = new Set(withheldThen(release));
  return now.filter(({ id }) => withheld.has(id) && !unnamed.has(id));
}

function withheldThen(release: RecordState): readonly RecordId[] {
  return listIn(valuesOf(release)["withheld"]).flatMap((each) =>
    isJsonObject(each) ? (linkIn(each["person"]) ?? []) : [],
  );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** Entries of a bundle leave whole: every field of theirs as exact as it is. */
export function wholeFields({ kinds }: Registry): ReleaseFields {
  return Object.fromEntries(
    [...kinds.values()].map(({ name, fields }) => [
      name,
      Object.fromEntries(Object.keys(fields).map((field) => [field, "full" as const])),
    ]),
  );
}

/** A release of a table says what left of its kind; of others the rules of their audience hold. */
function fieldsThen(registry: Registry, release: RecordState): ReleaseFields {
  const { fields, format } = valuesOf(release);
  const audience = audienceOf(release);
  if (format === "bundle") return wholeFields(registry);
  if (isJsonObject(fields)) return fields as unknown as ReleaseFields;
  return releaseFields[audience as Audience];
}

/** As it stood when a release was written; undefined where it was not there yet. */
async function stateBefore(
  view: ReadableWorkspace["view"],
  id: RecordId,
  { created }: RecordState,
): Promise<RecordState | undefined> {
  const history = (await view.history(id)).filter(({ stamp }) => compareStamps(stamp, created) < 0);
  return foldAll(history.toReversed());
}

const nobody: ReadonlySet<RecordId> = new Set();

function outOf(registry: Registry, state: RecordState, fields: ReleaseFields): Released {
  return released(kindOf(registry, state.kind), state, { fields, named: nobody, unseen: nobody });
}

interface Compared {
  readonly before: Released;
  readonly after: Released;
  /** As it was inside then. */
  readonly state: RecordState;
}

interface FoundField {
  readonly kind: "narrower" | "shown";
  readonly field: string;
}

/** Names are told apart from this, by who may be named. */
function compared(
  registry: Registry,
  { before, after, state: then }: Compared,
  isWhole: boolean,
): readonly FoundField[] {
  const { fields } = kindOf(registry, after.kind);
  const inside = valuesOf(then);
  return Object.entries(after.values).flatMap(([field, value]): readonly FoundField[] => {
    const definition = fields[field];
    const was = before.values[field];
    if (definition === undefined || tellsWho(definition)) return [];
    if (was === undefined) {
      const wasHidden = inside[field] !== undefined && (!isWhole || exactTypes.has(definition.type));
      return wasHidden ? [{ kind: "shown", field }] : [];
    }
    return isNarrower(definition, was, value) ? [{ kind: "narrower", field }] : [];
  });
}

const exactTypes: ReadonlySet<Field["type"]> = new Set(["date", "given", "place"]);

function tellsWho({ guard }: Field): boolean {
  return guard === "name" || guard === "alias" || guard === "tie";
}

function isNarrower({ type }: Field, was: Json, is: Json): boolean {
  if (type === "place" && isJsonObject(was) && isJsonObject(is))
    return (
      placePrecisions.indexOf(precisionOf(parsePlace(is))) >
      placePrecisions.indexOf(precisionOf(parsePlace(was)))
    );
  if ((type !== "date" && type !== "instant") || typeof was !== "string" || typeof is !== "string")
    return false;
  return isEdtf(was) && isEdtf(is) && widthOf(is) < widthOf(was);
}

/** Milliseconds that a date can mean; an open one means everything. */
function widthOf(date: string): number {
  const { earliest, latest } = parseEdtf(date);
  return earliest === null || latest === null ? Number.POSITIVE_INFINITY : latest - earliest;
}
