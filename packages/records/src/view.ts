// What commands and queries see of the records: a port, served by the projection and by an in-memory fake.
import type { RecordId } from "@tocsin/core";
import type { BriefCount, BriefGroup, BriefTargets } from "./briefs.ts";
import type { CountLine } from "./counter.ts";
import type { RecordState, SeenStamp } from "./fold.ts";
import type { GridCount } from "./grid.ts";
import type { Operation } from "./operation.ts";
import type { RecordRow } from "./rows.ts";
import type { Explanation } from "./search/explain.ts";

export interface ListOptions {
  readonly kind?: string;
  /** Only records that have this value in this field: text of a cell, code or id. */
  readonly where?: readonly { readonly field: string; readonly value: string }[];
  /** Newest first unless said otherwise; `after` is a `next` of the page before. */
  readonly order?: "newest" | "oldest";
  readonly limit?: number;
  readonly after?: string;
  /** Only records whose place in the order is within these, both included: milliseconds since 1970. */
  readonly from?: number;
  readonly to?: number;
  /** Only records in which these words stand, read as a search reads them. */
  readonly words?: string;
  /**
   * A field of one value by whose text to order instead: `oldest` is its ascending order, by characters and not by the
   * rules of a language. Records without it come last in both. Only with a kind.
   */
  readonly by?: string;
  /**
   * What was written after this moment, last written first; nothing else but `kinds` and `limit` is asked with it, and
   * there is no next page.
   */
  readonly writtenAfter?: number;
  /** Of these kinds alone; without it, of all. Only with `writtenAfter`. */
  readonly kinds?: readonly string[];
  /** Count what matches, up to this many. */
  readonly countTo?: number;
}

export interface Page {
  readonly rows: readonly RecordRow[];
  readonly next: string | null;
  /** There where it was to be counted: how many match, at most as many as were to be counted. */
  readonly total?: number;
}

export interface SearchHit extends RecordRow, Explanation {
  /** There where not all matches were ranked, only this many of the newest: an older one may fit better. */
  readonly among?: number;
}

export interface SearchOptions {
  readonly kind?: string;
  readonly limit?: number;
  /** Newest first unless said otherwise; `ranked` puts in front where the words stand often, in short texts, in titles. */
  readonly order?: "newest" | "ranked";
  /** Somebody typed on: what was asked before is not waited for. */
  readonly signal?: AbortSignal;
}

export interface ReadManyOptions {
  readonly signal?: AbortSignal;
  /** How many of the records are read, about. */
  readonly onRead?: (done: number) => void;
}

export interface LinkedFrom {
  readonly kind: string;
  readonly field: string;
  readonly limit: number;
  /** How many to pass over. */
  readonly from?: number;
}

export interface WrittenOptions {
  readonly limit: number;
  /** A `next` of the page before. */
  readonly after?: string;
  /** Only operations on records of this kind. */
  readonly kind?: string;
}

export interface Written {
  readonly operations: readonly StampedOperation[];
  readonly next: string | null;
}

export interface LinkCount {
  readonly kind: string;
  readonly field: string;
  readonly count: number;
}

/** That a record leads to another. */
export interface LinkFound {
  readonly to: RecordId;
  readonly from: RecordId;
  /** Kind of the record that leads there. */
  readonly kind: string;
}

/** One column of a matrix, one row, or the cell of both. */
export interface GridPart {
  readonly to?: RecordId;
  readonly country?: string;
}

export interface RowHaving {
  readonly row: RecordRow;
  readonly value: string;
}

/** An operation with where and by whom it was written. */
export interface StampedOperation {
  readonly stamp: SeenStamp;
  readonly operation: Operation;
}

export interface LinkField {
  readonly kind: string;
  readonly field: string;
}

export interface View {
  /** From the log, not from the projection; undefined also for a record of which everything was taken back. */
  read(id: RecordId): Promise<RecordState | undefined>;
  /** As `read`, in the order of the ids; for thousands at once, in the order in which the log has them. */
  readMany(ids: readonly RecordId[], options?: ReadManyOptions): Promise<readonly RecordState[]>;
  /** Every operation on a record, from the log, newest first. */
  history(id: RecordId): Promise<readonly StampedOperation[]>;
  /** Operations on all records, from the log, in its order, the newest in front. */
  written(options: WrittenOptions): Promise<Written>;
  list(options: ListOptions): Promise<Page>;
  /** Records of a kind that link to `id`, oldest first. */
  linked(
    id: RecordId,
    from: { readonly kind: string; readonly field?: string },
  ): Promise<readonly RecordState[]>;
  /** The same, without reading them: what has ten thousand links can be counted, and read in part. */
  linkedIds(
    id: RecordId,
    from: { readonly kind: string; readonly field?: string },
  ): Promise<readonly RecordId[]>;
  /** Records that link to `id` by one field, those that this view saw last in front. */
  linkedRows(id: RecordId, from: LinkedFrom): Promise<readonly RecordRow[]>;
  /** How many records link to `id`, by kind and field, in no order. */
  linkCounts(id: RecordId): Promise<readonly LinkCount[]>;
  /**
   * Records as the tables hold them, in the order of the ids, those that nobody knows left out: for lists and pictures,
   * which show many at once. What is opened, or leaves, is read.
   */
  glance(ids: readonly RecordId[]): Promise<readonly RecordState[]>;
  /** As `glance`, of the records of a kind that link to each of `ids`, oldest first: one question instead of many. */
  glanceLinked(
    ids: readonly RecordId[],
    from: { readonly kind: string; readonly field?: string },
  ): Promise<ReadonlyMap<RecordId, readonly RecordState[]>>;
  /**
   * Records of a kind that lead to these by one field, as far as the tables keep something beside that link: for what counts
   * thousands. The field says what that is (`brief`); without it, none are found. In no order.
   */
  briefs(ids: readonly RecordId[], from: LinkField): Promise<readonly BriefGroup[]>;
  /** As `briefs`, where only their numbers are wanted: a quarter of its time. */
  briefCounts(ids: readonly RecordId[], from: LinkField): Promise<readonly BriefCount[]>;
  /** As `briefs`, where of each only matters what it leads to; records of `without` are as if they were not there. */
  briefTargets(
    ids: readonly RecordId[],
    from: LinkField & { readonly without: Iterable<RecordId> },
  ): Promise<readonly BriefTargets[]>;
  /** Every link to one of these, from records of any kind, by whatever field; in no order. */
  leadingTo(ids: readonly RecordId[]): Promise<readonly LinkFound[]>;
  count(kind: string): Promise<number>;
  /** How many records of a kind have each value of a facet. */
  tally(kind: string, facet: string): Promise<ReadonlyMap<string, number>>;
  /** The counts of a matrix, of a facet that `gridFacet` names: whole, or those of one row or column. In no order. */
  grid(kind: string, facet: string, of?: GridPart): Promise<readonly GridCount[]>;
  /** Records of a kind that have one of these values in a field or a facet: as often as it has one of them, in no order. */
  rowsHaving(kind: string, field: string, values: readonly string[]): Promise<readonly RowHaving[]>;
  /** Counts that are kept by the rules of the counter, by key: those whose key begins so. Waits for whole tables. */
  counts(prefix: string): Promise<ReadonlyMap<string, number>>;
  /** Counted lines of events that began in these months (`2025-03`), both included. */
  countLines(from: string, to: string): Promise<readonly CountLine[]>;
  /** Counted lines of these events, in no order. */
  linesOf(events: readonly RecordId[]): Promise<readonly CountLine[]>;
  search(words: string, options?: SearchOptions): Promise<readonly SearchHit[]>;
}
