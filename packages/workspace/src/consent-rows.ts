// Consents as a page shows them: both answers, for what, until when, and whether they are in force.
import { consentStanding, type ConsentStanding } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type Registry } from "@tocsin/records";
import { labelOf } from "./label-of.ts";
import { consentOnFile } from "./names.ts";
import { codesIn, flagIn, linkIn, stringIn, textIn } from "./values.ts";

export interface ConsentRow {
  readonly record: RecordId;
  readonly label: string;
  readonly standing: ConsentStanding;
  /** Codes of `consentUses`. */
  readonly uses: readonly string[];
  /** Null where it was not answered, which counts as no. */
  readonly namesToGovernment: boolean | null;
  readonly namesPublished: boolean | null;
  /** EDTF. */
  readonly given: string | null;
  readonly until: string | null;
  /** Null: every case. */
  readonly case: RecordId | null;
  /** What a child says of it. */
  readonly childView: string | null;
  /** Code of `guardianConsent`. */
  readonly guardian: string | null;
}

/** `own`: all consents of one person. `now`: milliseconds since 1970. */
export function consentRows(
  registry: Registry,
  own: readonly RecordState[],
  now: number,
): readonly ConsentRow[] {
  const onFile = own.map(consentOnFile);
  return own.map((state) => {
    const values = valuesOf(state);
    return {
      record: state.id,
      label: labelOf(registry, state),
      standing: consentStanding(consentOnFile(state), onFile, now),
      uses: codesIn(values["uses"]),
      namesToGovernment: flagIn(values["namesToGovernment"]),
      namesPublished: flagIn(values["namesPublished"]),
      given: stringIn(values["given"]),
      until: stringIn(values["until"]),
      case: linkIn(values["case"]),
      childView: textIn(values["childView"])?.text ?? null,
      guardian: stringIn(values["guardian"]),
    };
  });
}
