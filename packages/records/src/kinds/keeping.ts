// How long what is kept, what was erased, and what happened to evidence outside the program.
import { code, data, date, instant, integer, link, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

/** How long something may be kept. Nothing is erased by it: when it has ended, a person decides. */
export const retentionKind = kind(
  "retention",
  1,
  {
    reason: text({ required: true, search: "low", sensitive: true }),
    ground: code("retentionGrounds", { facet: true }),
    /** What is kept: one record, with what hangs on it alone. */
    of: link("any"),
    until: date({ sort: true }),
    afterwards: code("afterRetention", { facet: true }),
    /** When a person decided what became of it. */
    settled: date(),
    case: link("case"),
  },
  { label: "reason", stretch: "record" },
);
export type Retention = RecordOf<typeof retentionKind>;

/** What remains of an erasure: when, why and how much; no names. Who is told by the device that wrote it. */
export const erasureKind = kind(
  "erasure",
  1,
  {
    ground: code("erasureGrounds", { required: true, facet: true, fixed: true }),
    /** The consent or retention that was carried out; a consent is erased with the rest. */
    of: link("any", { fixed: true }),
    when: instant({ sort: true, fixed: true }),
    records: integer({ fixed: true }),
    operations: integer({ fixed: true }),
    files: integer({ fixed: true }),
    /** Dates of the consent that was withdrawn. */
    given: date({ fixed: true }),
    withdrawn: date({ fixed: true }),
    /** Until when the retention was. */
    until: date({ fixed: true }),
    /** The evidence that there was: [{record, sha256, size, added}]. */
    evidence: data({ fixed: true }),
  },
  { label: "ground", stretch: "hidden" },
);
export type Erasure = RecordOf<typeof erasureKind>;

/** What a person writes down about a piece of evidence that the program cannot see: who had it, who got it. */
export const custodyKind = kind(
  "custody",
  1,
  {
    event: code("custodyEvents", { required: true, facet: true }),
    evidence: link("evidence"),
    when: date({ sort: true }),
    from: text({ sensitive: true, guard: "name" }),
    to: text({ sensitive: true, guard: "name" }),
    where: text({ sensitive: true, guard: "place" }),
    note: text({ multiline: true, search: "low", sensitive: true, guard: "case" }),
  },
  { label: "event", stretch: "hidden" },
);
export type Custody = RecordOf<typeof custodyKind>;
