// What an XLSForm holds that a questionnaire of ours cannot say, each by the cell that it stands in. Whatever would change what
// is asked keeps the form out; the rest is left out and listed, so that nothing goes without a word.

const xlsFormFaults = [
  "no-sheet",
  "no-column",
  "no-language",
  "no-reason",
  "type",
  "column",
  "condition",
  "name",
  "no-list",
  "required",
  "unclosed",
  "inside-repeat",
  "questionnaire",
] as const;
export type XlsFormFault = (typeof xlsFormFaults)[number];

const xlsFormLeftOut = [
  "sheet",
  "group",
  "note",
  "collected",
  "shown",
  "checked",
  "renamed",
  "assumed",
] as const;
export type XlsFormLeftOut = (typeof xlsFormLeftOut)[number];

export interface XlsPlace {
  readonly sheet: string;
  /** From 1, as spreadsheets count; 0 where it is the whole sheet. */
  readonly row: number;
  /** As spreadsheets name it; empty where it is the whole row. */
  readonly column: string;
}

export interface XlsRemark<Kind extends string> extends XlsPlace {
  readonly kind: Kind;
  /** What stands there, or what was taken for it; at most 80 characters each. */
  readonly what: readonly string[];
}

const most = 200;
const longest = 80;

export interface Remarks {
  readonly faults: readonly XlsRemark<XlsFormFault>[];
  readonly leftOut: readonly XlsRemark<XlsFormLeftOut>[];
  fault(place: XlsPlace, kind: XlsFormFault, ...what: readonly string[]): void;
  leaveOut(place: XlsPlace, kind: XlsFormLeftOut, ...what: readonly string[]): void;
}

export function createRemarks(): Remarks {
  const faults: XlsRemark<XlsFormFault>[] = [];
  const leftOut: XlsRemark<XlsFormLeftOut>[] = [];
  const cut = (what: readonly string[]): readonly string[] => what.map((each) => each.slice(0, longest));
  return {
    faults,
    leftOut,
    fault(place, kind, ...what) {
      if (faults.length < most) faults.push({ ...place, kind, what: cut(what) });
    },
    leaveOut(place, kind, ...what) {
      if (leftOut.length < most) leftOut.push({ ...place, kind, what: cut(what) });
    },
  };
}
