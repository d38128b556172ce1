// What left the vault: to whom and when, what was withheld, and where readable copies of it lie. Newest first, by the page.
import { isJsonObject, type RecordId } from "@tocsin/core";
import {
  integer,
  link,
  query,
  string,
  valuesOf,
  type RecordState,
  type Registry,
  type View,
} from "@tocsin/records";
import { labelOf } from "../label-of.ts";
import { mostWithheld } from "../release-record.ts";
import { integerIn, linkIn, linksIn, listIn, stringIn, textIn, type Values } from "../values.ts";
import { labelsOf } from "./record-show.ts";

export interface OutputsPage {
  readonly rows: readonly OutputRow[];
  readonly next: string | null;
  /** How many match, at most `countedTo`; there on the first page. */
  readonly total?: number;
}

export interface OutputRow {
  readonly record: RecordId;
  readonly label: string;
  /** Codes of `audiences` and `outputFormats`. */
  readonly audience: string | null;
  readonly format: string | null;
  readonly case: { readonly record: RecordId; readonly label: string } | null;
  readonly approvedBy: string | null;
  /** ISO 8601 in UTC. */
  readonly approved: string | null;
  readonly sha256: string | null;
  /** How many records are named in it. */
  readonly records: number;
  /** How many names were withheld, by reason (`consent.reason.<reason>`). */
  readonly withheld: readonly { readonly reason: string; readonly count: number }[];
  /** There may have been more: the release names no more than it has room for. */
  readonly isWithheldAtLeast: boolean;
  /** Names that a person let out although no consent covers the audience. */
  readonly acknowledged: number;
  /** Operations that could not be read when it left. */
  readonly unread: number;
  readonly copies: readonly OutputCopy[];
  /** Null where it stands. */
  readonly withdrawn: Withdrawn | null;
}

export interface Withdrawn {
  /** ISO 8601 in UTC. */
  readonly when: string;
  readonly why: string | null;
  readonly by: string | null;
}

export interface OutputCopy {
  readonly record: RecordId;
  readonly title: string;
  /** Full path; null where a browser put it wherever that puts downloads. */
  readonly where: string | null;
  /** Nobody said that it is gone. */
  readonly lies: boolean;
}

const pageSize = 30;
const countedTo = 10_000;

export const outputs = query(
  "outputs",
  { audience: string(), format: string(), after: string(), limit: integer() },
  async (view, { audience, format, after, limit }, { registry }): Promise<OutputsPage> => {
    const where = Object.entries({ audience, format }).flatMap(([field, value]) =>
      value === undefined ? [] : [{ field, value }],
    );
    const page = await view.list({
      kind: "release",
      where,
      limit: Math.max(1, Math.min(limit ?? pageSize, 100)),
      ...(after === undefined ? { countTo: countedTo } : { after }),
    });
    const rows = await outputRows(
      view,
      registry,
      page.rows.map(({ id }) => id),
    );
    const { next, total } = page;
    return { rows, next, ...(total === undefined ? {} : { total }) };
  },
);

/** One of them; null for a release that the tables do not know yet. */
export const outputPage = query(
  "output.page",
  { release: link("release", { required: true }) },
  async (view, { release }, { registry }): Promise<OutputRow | null> =>
    (await outputRows(view, registry, [release]))[0] ?? null,
);

async function outputRows(
  view: View,
  registry: Registry,
  ids: readonly RecordId[],
): Promise<readonly OutputRow[]> {
  const states = (await view.glance(ids)).filter(({ kind }) => kind === "release");
  const copies = await view.glanceLinked(ids, { kind: "clearCopy", field: "release" });
  const ofCases = states.flatMap((state) => linkIn(valuesOf(state)["case"]) ?? []);
  const cases = await labelsOf(view, registry, ofCases);
  return states.map((state) => outputRow(registry, state, { cases, copies: copies.get(state.id) ?? [] }));
}

interface Around {
  readonly cases: Readonly<Record<string, { readonly label: string }>>;
  readonly copies: readonly RecordState[];
}

function outputRow(registry: Registry, state: RecordState, { cases, copies }: Around): OutputRow {
  const values = valuesOf(state);
  const ofCase = linkIn(values["case"]);
  return {
    record: state.id,
    label: labelOf(registry, state),
    audience: stringIn(values["audience"]),
    format: stringIn(values["format"]),
    case: ofCase === null ? null : { record: ofCase, label: cases[ofCase]?.label ?? "" },
    approvedBy: textIn(values["approvedBy"])?.text ?? null,
    approved: stringIn(values["approved"]),
    sha256: stringIn(values["sha256"]),
    records: linksIn(values["records"]).length,
    withheld: withheldIn(values),
    isWithheldAtLeast: listIn(values["withheld"]).length >= mostWithheld,
    acknowledged: linksIn(values["acknowledged"]).length,
    unread: integerIn(values["unread"]) ?? 0,
    withdrawn: withdrawnIn(values),
    copies: copies.map((copy) => {
      const own = valuesOf(copy);
      return {
        record: copy.id,
        title: stringIn(own["title"]) ?? "",
        where: stringIn(own["where"]),
        lies: own["lies"] === true,
      };
    }),
  };
}

function withdrawnIn(values: Values): Withdrawn | null {
  const when = stringIn(values["withdrawn"]);
  if (when === null) return null;
  const [why, by] = [textIn(values["withdrawnWhy"]), textIn(values["withdrawnBy"])];
  return { when, why: why?.text ?? null, by: by?.text ?? null };
}

function withheldIn(values: Values): OutputRow["withheld"] {
  const counts = new Map<string, number>();
  for (const each of listIn(values["withheld"])) {
    const reason = isJsonObject(each) ? stringIn(each["reason"]) : null;
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
