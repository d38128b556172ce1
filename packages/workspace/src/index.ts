export type { BundleChoice, BundleOmissions } from "./bundle-choice.ts";
export type { NameAtRisk } from "./bundle-names.ts";
export {
  planBundle,
  type BundlePlan,
  type PlannedExhibit,
  type PlannedOperation,
  type PlannedRecord,
  type PlanOptions,
} from "./bundle-plan.ts";
export * from "./anchors/anchors.ts";
export * from "./anchors/timestamps.ts";
export * from "./case-file.ts";
export * from "./catalogue.ts";
export * from "./copies.ts";
export { planCounts, type CountsPlan } from "./counts/plan-counts.ts";
export { publishCounts, type PublishCountsOptions, type PublishedCounts } from "./counts/publish-counts.ts";
export type { OpenCustody } from "./custody/custody.ts";
export {
  planCustody,
  publishCustody,
  type CustodyPlan,
  type PublishCustodyOptions,
  type ReleasedCustody,
} from "./custody/publish-custody.ts";
export { takeOutEvidence, type TakingOut } from "./custody/take-out.ts";
export { carryOutErasure, type Erased, type EraseOptions, type ErasureOrder } from "./erasure/carry-out.ts";
export { planErasure, type ErasureChoice, type ErasurePlan } from "./erasure/plan.ts";
export type { OutOfReach } from "./erasure/reach.ts";
export type { BelongingReason, ErasureSubject } from "./erasure/subject.ts";
export type { EarlierNotice, EarlierNoticeKind } from "./earlier-notice.ts";
export {
  checkDraft,
  type CheckDraftOptions,
  type DraftCheck,
  type Mention,
} from "./documents/check-draft.ts";
export {
  draftLanguage,
  previewDraft,
  publishDraft,
  type DocumentEdition,
  type DraftPreview,
  type PreviewDraftOptions,
  type PublishDraftOptions,
  type PublishedDraft,
} from "./documents/publish-draft.ts";
export * from "./errors.ts";
export { captureDraft, type CapturedDraft, type CaptureOptions } from "./drafts/capture-draft.ts";
export {
  releaseComparison,
  type ReleaseComparisonOptions,
  type ReleasedComparison,
  changesOf,
} from "./drafts/release-comparison.ts";
export * from "./evidence.ts";
export {
  exportRecords,
  planExport,
  type ExportedRecords,
  type ExportPlan,
  type ExportRecordsOptions,
} from "./export-records.ts";
export * from "./findings.ts";
export { itemParts, type ItemPart } from "./library/item-parts.ts";
export { findWordsOf, type FindWords, type FoundWords, type ProposedWords } from "./redaction/find-words.ts";
export { fileStops, type FileLook, type FileStop, type LookAtFile } from "./library/files/file-look.ts";
export { givenFiles, type GivenFile } from "./library/files/given-files.ts";
export type { PlannedFile } from "./library/files/file-look.ts";
export type {
  Because,
  ChangedItem,
  ChangedTable,
  LeavingItem,
  LibraryAbout,
  LibraryChanges,
  LibraryPlan,
  LibraryReason,
  PlanLibraryOptions,
  WithheldItem,
} from "./library/library-types.ts";
export { toldPlan } from "./library/told-plan.ts";
export { libraryAddress, titlesFor } from "./library/said-of-library.ts";
export { planLibrary } from "./library/plan-library.ts";
export {
  previewInput,
  releaseLibrary,
  type ReleasedLibrary,
  type ReleaseLibraryOptions,
} from "./library/release-library.ts";
export { glancing } from "./glancing.ts";
export { guessMapping, type HeadedTable } from "./imports/guess-mapping.ts";
export { importRecords, type ImportedRecords, type ImportRecordsOptions } from "./imports/import-records.ts";
export { importTable, type ImportedTable, type ImportTableOptions } from "./imports/import-table.ts";
export {
  lookAtTable,
  type LookAt,
  type LookedRow,
  type LookedSheet,
  type TableLook,
} from "./imports/look-at-table.ts";
export { headingsOf } from "./imports/mapped-rows.ts";
export { parseMapping, type FieldSource, type RecordMapping, type TableMapping } from "./imports/mapping.ts";
export { problemsAsCsv } from "./imports/problems-csv.ts";
export type { TableProblem } from "./imports/problems.ts";
export { mostTableFiles, openTableFiles, type TableFile } from "./imports/table-files.ts";
export {
  composedBatches,
  type ComposedBatch,
  type ComposePorts,
  type ComposeTable,
  type KnownRecord,
  type ReadKnown,
  type TableToCompose,
} from "./imports/composed-batches.ts";
export type { KeptRecord, TakeBackPlan, TakeBackProgress } from "./imports/plan-take-back.ts";
export {
  bringBackImport,
  takeBackImport,
  type BroughtBack,
  type TakeBackOptions,
} from "./imports/take-back.ts";
export type { RegisterPage } from "./queries/register-page.ts";
export {
  importSigners,
  type ImportedSigners,
  type ImportSignersOptions,
  type SignerRow,
} from "./letters/import-signers.ts";
export {
  releaseLetter,
  type LetterEdition,
  type ReleasedLetter,
  type ReleaseLetterOptions,
} from "./letters/publish-letter.ts";
export { makeBundle, type MadeBundle, type MakeBundleOptions } from "./make-bundle.ts";
export * from "./names.ts";
export {
  checkRegions,
  mostRegions,
  readPicture,
  redactPictureOf,
  type PicturePart,
  type PictureRegion,
  type RedactedCopy,
  type RedactedPicture,
  type RedactPicture,
  type RedactPictureOptions,
  type ViewedPicture,
  type ViewPicture,
} from "./redaction/redact-picture.ts";
export { noteClearCopies, type LeftCopy } from "./clear-copies.ts";
export type {
  AssessedQuestion,
  AssessmentPage,
  ReplyLine,
  SheetLine,
  ShownAnswer,
} from "./queries/assessment-page.ts";
export type { OverlappingAssessment } from "./queries/assessment-overlaps.ts";
export type { CasePage } from "./queries/case-page.ts";
export type { ContributionLine, ContributionPage } from "./queries/contribution-page.ts";
export type { CodingAgreement } from "./voices/agreement-of-coders.ts";
export type { ClaimSupport, SupportingQuote } from "./voices/claim-support.ts";
export type { DocumentVoices, UnusedVoice } from "./queries/document-voices.ts";
export type { Unquotable } from "./documents/quotes.ts";
export type { CodingMatrix } from "./queries/coding-matrix.ts";
export type { CodedSegment, CodingAnswer, CodingPage } from "./queries/coding-page.ts";
export type { QuestionnairePage } from "./queries/questionnaire-page.ts";
export type {
  PaperCondition,
  PaperFilling,
  PaperProblem,
  PaperQuestion,
  QuestionnairePaper,
} from "./queries/questionnaire-paper.ts";
export type { BookCode } from "./voices/codebooks.ts";
export type { CountPage } from "./queries/count.ts";
export type { ClearCopies, ClearCopyFound } from "./queries/clear-copies.ts";
export type { CountedList, CountedRow } from "./queries/counted-list.ts";
export type { KnownCopy } from "./queries/copy-list.ts";
export type { Duplicate, Duplicates } from "./queries/duplicates.ts";
export type { EndedRetention, EndedRetentions } from "./queries/ended-retentions.ts";
export type {
  DocumentPage,
  DocumentPagePart,
  EvidenceBeside,
  LabelledRecord,
} from "./queries/document-page.ts";
export type { StateRecords } from "./queries/document-of-state.ts";
export type { OfferedTemplate } from "./queries/document-templates.ts";
export type {
  ComparedDrafts,
  ComparedVersions,
  DraftVersion,
  PartVersion,
} from "./queries/document-versions.ts";
export type { AlignedDraft, AlignedLink, DraftAlignment } from "./queries/draft-alignment.ts";
export type {
  ComparedDraftRow,
  ComparedDrafts as ComparedTexts,
  ComparedParagraph,
} from "./queries/draft-compare.ts";
export type { HintWordLine, HintWordList, HintWordLists } from "./queries/hint-words.ts";
export type { DraftPage, DraftPageParagraph, OtherDraft } from "./queries/draft-page.ts";
export type { Ledger, LedgerAsk, LedgerCell, LedgerDraft, LedgerLine } from "./queries/negotiation-ledger.ts";
export type { AmendmentLine, Motions, SponsorDay } from "./queries/negotiation-motions.ts";
export type { PositionLine, PositionRow, Positions } from "./queries/negotiation-positions.ts";
export type { EarlierLanguage, EarlierText } from "./queries/earlier-language.ts";
export type {
  AnswerLine,
  DecisionLine,
  LetterDeadline,
  LetterPage,
  LetterPreview,
  LetterVersionLine,
  QueueLine,
  SignatureLine,
} from "./queries/letter-page.ts";
export type { EngagementLine } from "./queries/engagement-list.ts";
export type { FindingPage } from "./queries/finding-page.ts";
export type { GraphMore, GraphNode, GraphPage } from "./queries/graph.ts";
export type { GraphLink } from "./pictures/graph-links.ts";
export type {
  InstrumentCheck,
  InstrumentLine,
  InstrumentList,
  InstrumentPage,
} from "./queries/instruments.ts";
export type { RecordLacks } from "./queries/lacks.ts";
export type { HomePage } from "./queries/home.ts";
export type { PlannedChanges } from "./commands/records-change.ts";
export type { MapCountry, MapPage, MapPoint, MapRecords } from "./queries/map.ts";
export type { CriterionLine, PromiseLine, ProvisionLine } from "./queries/provision-list.ts";
export type { ConsentRow } from "./consent-rows.ts";
export type { DueRow } from "./queries/home-due.ts";
export type { MeasurePage } from "./queries/measure-page.ts";
export type { HappenedPage, SomebodyPage } from "./queries/somebody-page.ts";
export type { ActivityPage } from "./queries/activity.ts";
export type { HeldCommitments } from "./queries/commitments-held.ts";
export type { LastLibraryRelease } from "./queries/library-last.ts";
export type { OutputsPage, Withdrawn } from "./queries/outputs.ts";
export type { ProceedingPage } from "./queries/proceeding-page.ts";
export type { MatrixKind, MatrixRows } from "./matrix/kinds.ts";
export {
  planMatrix,
  type LeavingNumber,
  type MatrixPlan,
  type PlanMatrixOptions,
} from "./matrix/plan-matrix.ts";
export {
  planCodedMatrix,
  type CodedMatrixPlan,
  type PlanCodedMatrixOptions,
} from "./voices/plan-coded-matrix.ts";
export { publishCodes, type PublishCodesOptions, type PublishedCodes } from "./voices/publish-codes.ts";
export { publishMatrix, type PublishedMatrix, type PublishMatrixOptions } from "./matrix/publish-matrix.ts";
export type { MatrixCounted } from "./matrix/numbers.ts";
export type { MatrixAssessment, MatrixClock, QuarterCount, RestsOn } from "./matrix/page-parts.ts";
export type { Matrix, MatrixCell, MatrixCommitment, MatrixRecords } from "./queries/matrix.ts";
export type { MatrixPage, MatrixPart } from "./queries/matrix-page.ts";
export type { MatrixTrail, TrailStep } from "./queries/matrix-trail.ts";
export type { ListPage, ListRow, Matching } from "./queries/record-list.ts";
export type { HistoryEntry, LabelOfRecord, RecordPage } from "./queries/record-show.ts";
export type { FoundRecord } from "./queries/search.ts";
export type { SavedViewFound } from "./queries/saved-views.ts";
export type { OwnTermFound } from "./queries/term-list.ts";
export type { ThreadStep } from "./queries/thread.ts";
export type { TimelinePage } from "./queries/timeline.ts";
export type { TimelineMark } from "./pictures/dated.ts";
export type { ComparedStatements } from "./queries/statement-compare.ts";
export * from "./publish-case.ts";
export * from "./registry.ts";
export * from "./report-input.ts";
export { judgeRecipient, type RecipientState } from "./reseal.ts";
export * from "./report-plan.ts";
export type { CrosswalkEntry, TermPage, VocabularyPage } from "@tocsin/cases";
export type { UnreadCounts } from "@tocsin/index";
export type { TablesProgress } from "./fill-tables.ts";
export type { RebuildReason, TablesState } from "./tables.ts";
export {
  openAnswerImport,
  type AnswerImport,
  type AnswerSource,
  type ImportAnswersOptions,
  type ImportedAnswer,
  type RefusedAnswerReason,
} from "./voices/import-answers.ts";
export {
  makeQuestionnaire,
  type MadeQuestionnaire,
  type MakeQuestionnaireOptions,
} from "./voices/make-questionnaire.ts";
export * from "./verify-vault.ts";
export * from "./workspace.ts";
export type { AnswerFeedback, ContributionFeedback } from "./queries/contribution-feedback.ts";
export { formSite, type FormSiteOptions, type SiteFile } from "./voices/form-site.ts";
export { readXlsForm, type XlsFormRead } from "./voices/xlsform/read-xlsform.ts";
export type { XlsPlace, XlsRemark } from "./voices/xlsform/remarks.ts";
export { encodeXlsForm } from "./voices/xlsform/write-xlsform.ts";
