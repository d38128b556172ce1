// Requests about what leaves the vault, or is erased from it: planned first, then decided on by a person.
import type {
  BundlePlan,
  CountsPlan,
  CustodyPlan,
  DraftCheck,
  ErasurePlan,
  ExportPlan,
  CodedMatrixPlan,
  MatrixPlan,
  RecipientState,
} from "@tocsin/workspace";
import type { BundleInput, MakeBundleInput } from "./contract/bundle.ts";
import type { CountChoices, CountInput, CountPlanInput } from "./contract/counts.ts";
import type { CustodyInput } from "./contract/custody.ts";
import type { ErasureSubjectInput } from "./contract/erasure.ts";
import type { LibraryPlanInput, MakeLibraryInput } from "./contract/library.ts";
import type { DraftInput, ShownDraft } from "./contract/documents.ts";
import type { CodesPlanInput } from "./contract/codes.ts";
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
  /** Two drafts compared, in the forms `docx`, `pdf`, `html` and `akn`. */
  writeComparison(
    input: Approved & {
      readonly older: string;
      readonly newer: string;
      readonly audience: string;
      readonly lang: string;
      /** What a word processor says beside each change. */
      readonly author?: string;
      readonly date?: string;
    },
  ): Promise<StartedJob>;
  /** A frozen letter; `isMerged`: a document of its own for each addressee. */
  writeLetter(
    input: Approved & { readonly letter: string; readonly lang: string; readonly isMerged: boolean },
  ): Promise<StartedJob>;
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
  /** A draft with the words that records put into it, and whose names in it will not leave. */
  checkDraft(input: DraftInput): Promise<DraftCheck>;
  /** A draft as it would leave. Nothing is written. */
  showDraft(input: DraftInput): Promise<ShownDraft>;
  writeDraft(input: DraftInput & Approved): Promise<StartedJob>;
  planMatrix(input: MatrixPlanInput): Promise<MatrixPlan>;
  writeMatrix(
    input: MatrixPlanInput & {
      readonly approvedBy: string;
      readonly format: string;
      readonly acceptDifferences: boolean;
    },
  ): Promise<StartedJob>;
  /** The matrix of a consultation. */
  planCodes(input: CodesPlanInput): Promise<CodedMatrixPlan>;
  writeCodes(
    input: CodesPlanInput & {
      readonly approvedBy: string;
      readonly format: string;
      readonly acceptDifferences: boolean;
    },
  ): Promise<StartedJob>;
  planLibrary(input: LibraryPlanInput): Promise<StartedJob>;
  /** Gives the address of the folder in which its pages can be read. */
  showLibrary(plan: string): Promise<{ readonly folder: string }>;
  makeLibrary(input: MakeLibraryInput): Promise<StartedJob>;
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
    writeComparison: (input) => post("/api/draft/comparison", input),
    writeLetter: (input) => post("/api/letter", input),
    countChoices: (input) => post("/api/counts/choices", input),
    planCounts: (input) => post("/api/counts/plan", input),
    writeCounts: (input) => post("/api/counts", input),
    checkDraft: (input) => post("/api/document/check", input),
    showDraft: (input) => post("/api/document/preview", input),
    writeDraft: (input) => post("/api/document", input),
    planMatrix: (input) => post("/api/matrix/plan", input),
    writeMatrix: (input) => post("/api/matrix", input),
    planCodes: (input) => post("/api/codes/plan", input),
    writeCodes: (input) => post("/api/codes", input),
    planLibrary: (input) => post("/api/library/plan", input),
    showLibrary: (plan) => post("/api/library/preview", { plan }),
    makeLibrary: (input) => post("/api/library", input),
  };
}
