// Requests about what leaves the vault, or is erased from it: planned first, then decided on by a person.
import type {
  BundlePlan,
  CountsPlan,
  CustodyPlan,
  ErasurePlan,
  ExportPlan,
  MatrixPlan,
  RecipientState,
} from "@tocsin/workspace";
import type { BundleInput, MakeBundleInput } from "./contract/bundle.ts";
import type { CountChoices, CountInput, CountPlanInput } from "./contract/counts.ts";
import type { CustodyInput } from "./contract/custody.ts";
import type { ErasureSubjectInput } from "./contract/erasure.ts";
import type { MatrixPlanInput } from "./contract/matrix.ts";
import type { Approved } from "./contract/report.ts";
import type { StartedJob } from "./contract/work.ts";

export interface LeavingApi {
  planErasure(subject: ErasureSubjectInput): Promise<ErasurePlan>;
  /** `plan` is the digest of the plan that the person looked at. */
  erase(
    input: ErasureSubjectInput & { readonly plan: string; readonly records: readonly string[] },
  ): Promise<StartedJob>;
  /** A table of records of one kind; `approvedBy` answers for it. */
  exportRecords(input: {
    readonly kind: string;
    readonly records: readonly string[];
    readonly audience: string;
    readonly format: string;
    readonly approvedBy: string;
    readonly acceptDifferences?: boolean;
    readonly lang: string;
  }): Promise<StartedJob>;
  planExport(input: {
    readonly kind: string;
    readonly records: readonly string[];
    readonly audience: string;
  }): Promise<ExportPlan>;
  planBundle(input: BundleInput): Promise<BundlePlan>;
  /** What each key is, as it was typed. */
  judgeRecipients(recipients: readonly string[]): Promise<readonly RecipientState[]>;
  makeBundle(input: MakeBundleInput): Promise<StartedJob>;
  planCustody(input: CustodyInput): Promise<CustodyPlan>;
  writeCustody(input: CustodyInput & Approved & { readonly lang: string }): Promise<StartedJob>;
  /** What can be chosen beside what was chosen, and what does not fit let go. */
  countChoices(input: CountInput): Promise<CountChoices>;
  planCounts(input: CountPlanInput): Promise<CountsPlan>;
  writeCounts(
    input: CountPlanInput & {
      readonly approvedBy: string;
      readonly format: string;
      readonly acceptDifferences: boolean;
    },
  ): Promise<StartedJob>;
  planMatrix(input: MatrixPlanInput): Promise<MatrixPlan>;
  writeMatrix(
    input: MatrixPlanInput & {
      readonly approvedBy: string;
      readonly format: string;
      readonly acceptDifferences: boolean;
    },
  ): Promise<StartedJob>;
}

type Post = <Result>(path: string, body: object) => Promise<Result>;

export function createLeavingApi(post: Post): LeavingApi {
  return {
    planErasure: (subject) => post("/api/erasure/plan", subject),
    erase: (input) => post("/api/erasure", input),
    exportRecords: (input) => post("/api/export", input),
    planExport: (input) => post("/api/export/plan", input),
    planBundle: (input) => post("/api/bundle/plan", input),
    judgeRecipients: (recipients) => post("/api/bundle/recipients", { recipients }),
    makeBundle: (input) => post("/api/bundle", input),
    planCustody: (input) => post("/api/custody/plan", input),
    writeCustody: (input) => post("/api/custody", input),
    countChoices: (input) => post("/api/counts/choices", input),
    planCounts: (input) => post("/api/counts/plan", input),
    writeCounts: (input) => post("/api/counts", input),
    planMatrix: (input) => post("/api/matrix/plan", input),
    writeMatrix: (input) => post("/api/matrix", input),
  };
}
