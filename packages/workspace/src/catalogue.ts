// Every command and query that there is: the command line, the routes, Ctrl K and the activity log are made from these.
import type { Command, Query } from "@tocsin/records";
import { assessmentBegin } from "./commands/assessment-begin.ts";
import { assessmentFinish, assessmentSettle } from "./commands/assessment-settle.ts";
import { actionReprisal } from "./commands/action-reprisal.ts";
import { clearGone } from "./commands/clear-gone.ts";
import { commitmentLoad } from "./commands/commitment-load.ts";
import { consentWithdraw } from "./commands/consent-withdraw.ts";
import { codebookBegin, codebookCode, codeMerge, codeRename } from "./commands/codebook.ts";
import { codingAccept, codingRead, codingRemove, segmentCode } from "./commands/coding.ts";
import { contributionWrite } from "./commands/contribution-write.ts";
import { cycleBegin } from "./commands/cycle-begin.ts";
import { deadlineConfirm, deadlineCount } from "./commands/deadline-confirm.ts";
import { documentBegin, documentLayOut } from "./commands/document-begin.ts";
import { documentRestore, documentRestoreWhole } from "./commands/document-restore.ts";
import { documentWrite } from "./commands/document-write.ts";
import { draftAlign } from "./commands/draft-align.ts";
import { engagementDecide } from "./commands/engagement-decide.ts";
import { evidenceDescribe } from "./commands/evidence-describe.ts";
import { examinationKeep } from "./commands/examination-keep.ts";
import { findingTake } from "./commands/finding-take.ts";
import { negotiationHandOver } from "./commands/hand-over.ts";
import { incidentEngage, recordEngage } from "./commands/incident-engage.ts";
import { incidentReport } from "./commands/incident-report.ts";
import { incidentTell } from "./commands/incident-tell.ts";
import { instrumentAdd } from "./commands/instrument-add.ts";
import { letterChange, letterOpen, letterTranslate, letterVersion } from "./commands/letter.ts";
import { letterFreeze } from "./commands/letter-freeze.ts";
import { amendmentVote, positionKeepIn, positionLetOut, sponsorsTake } from "./commands/motions.ts";
import { ratingAnswer, ratingBegin, ratingClose } from "./commands/rating.ts";
import { ratingWrite } from "./commands/rating-write.ts";
import { recordApart, recordUnapart } from "./commands/record-apart.ts";
import { recordChange } from "./commands/record-change.ts";
import { recordCreate } from "./commands/record-create.ts";
import { recordMerge, recordUnmerge } from "./commands/record-merge.ts";
import { recordRedo, recordUndo } from "./commands/record-undo.ts";
import { plannedChanges, recordsChange, recordsTask, recordsUndo } from "./commands/records-change.ts";
import { releaseWithdraw } from "./commands/release-withdraw.ts";
import { replyInvite, replyReceive, replySilence } from "./commands/reply.ts";
import {
  signatureAdd,
  signatureAgain,
  signatureChange,
  signatureDecide,
  signatureUnverify,
  signatureVerify,
  signatureWithdraw,
} from "./commands/signature.ts";
import { signatureTake } from "./commands/signature-take.ts";
import { signatureKeepApart, signatureMerge, signatureUndecide } from "./commands/signer-decision.ts";
import { taskDone } from "./commands/task-done.ts";
import { termAdd } from "./commands/term-add.ts";
import { assessmentOverlapping, assessmentOverlaps } from "./queries/assessment-overlaps.ts";
import { assessmentPage } from "./queries/assessment-page.ts";
import { activity } from "./queries/activity.ts";
import { casePage } from "./queries/case-page.ts";
import { clearCopies } from "./queries/clear-copies.ts";
import { commitmentsHeld } from "./queries/commitments-held.ts";
import { consentPage } from "./queries/consent-page.ts";
import { claimSupport } from "./queries/claim-support.ts";
import { codingAgreement } from "./queries/coding-agreement.ts";
import { codingMatrix } from "./queries/coding-matrix.ts";
import { codingAnswer, codingPage } from "./queries/coding-page.ts";
import { contributionFeedback } from "./queries/contribution-feedback.ts";
import { contributionPage } from "./queries/contribution-page.ts";
import { count } from "./queries/count.ts";
import { countedList } from "./queries/counted-list.ts";
import { copyList } from "./queries/copy-list.ts";
import { custodySheet } from "./queries/custody-sheet.ts";
import { documentVoices } from "./queries/document-voices.ts";
import { documentPage } from "./queries/document-page.ts";
import { documentOfState } from "./queries/document-of-state.ts";
import { documentTemplateList } from "./queries/document-templates.ts";
import {
  documentCompare,
  documentCompareWhole,
  documentHistory,
  documentVersions,
} from "./queries/document-versions.ts";
import { draftAlignment } from "./queries/draft-alignment.ts";
import { draftCompare } from "./queries/draft-compare.ts";
import { draftPage } from "./queries/draft-page.ts";
import { dueAbout } from "./queries/due-about.ts";
import { duplicates } from "./queries/duplicates.ts";
import { engagementList } from "./queries/engagement-list.ts";
import { findingPage } from "./queries/finding-page.ts";
import { graph, recordParts } from "./queries/graph.ts";
import { home } from "./queries/home.ts";
import { instrumentCheck, instrumentList, instrumentShow } from "./queries/instruments.ts";
import { lacks } from "./queries/lacks.ts";
import { map, mapRecords } from "./queries/map.ts";
import { matrix, matrixRecords } from "./queries/matrix.ts";
import { matrixPage } from "./queries/matrix-page.ts";
import { matrixTrail, matrixVictims } from "./queries/matrix-trail.ts";
import { provisionList } from "./queries/provision-list.ts";
import { measurePage } from "./queries/measure-page.ts";
import { letterPage, letterPreview } from "./queries/letter-page.ts";
import { libraryLast } from "./queries/library-last.ts";
import { hintWords } from "./queries/hint-words.ts";
import { languageEarlier } from "./queries/earlier-language.ts";
import { negotiationLedger } from "./queries/negotiation-ledger.ts";
import { negotiationMotions } from "./queries/negotiation-motions.ts";
import { negotiationPositions } from "./queries/negotiation-positions.ts";
import { outputPage, outputs } from "./queries/outputs.ts";
import { proceedingPage } from "./queries/proceeding-page.ts";
import { questionnairePage } from "./queries/questionnaire-page.ts";
import { questionnaireFilling, questionnairePaper } from "./queries/questionnaire-paper.ts";
import { recordList, recordMatching } from "./queries/record-list.ts";
import { recordLinked, recordShow } from "./queries/record-show.ts";
import { recordTally } from "./queries/record-tally.ts";
import { registerPage } from "./queries/register-page.ts";
import { resolution } from "./queries/resolution.ts";
import { savedViews } from "./queries/saved-views.ts";
import { search } from "./queries/search.ts";
import { somebodyHappened, somebodyPage } from "./queries/somebody-page.ts";
import { statementCompare } from "./queries/statement-compare.ts";
import { termList } from "./queries/term-list.ts";
import { thread } from "./queries/thread.ts";
import { timeline } from "./queries/timeline.ts";

/** Forgets the exact input of a command: `run` is only ever called with what `parseInput` gave for `input`. */
const anyCommand = (command: { readonly name: string }): Command => command as Command;
const anyQuery = (query: { readonly name: string }): Query => query as Query;

export const builtInCommands: readonly Command[] = [
  recordCreate,
  recordChange,
  recordUndo,
  recordRedo,
  recordsChange,
  recordsTask,
  recordsUndo,
  recordMerge,
  recordUnmerge,
  recordApart,
  recordUnapart,
  deadlineCount,
  deadlineConfirm,
  cycleBegin,
  evidenceDescribe,
  findingTake,
  incidentEngage,
  incidentReport,
  incidentTell,
  consentWithdraw,
  releaseWithdraw,
  taskDone,
  termAdd,
  examinationKeep,
  commitmentLoad,
  recordEngage,
  engagementDecide,
  instrumentAdd,
  assessmentBegin,
  ratingBegin,
  ratingAnswer,
  ratingWrite,
  ratingClose,
  assessmentSettle,
  replyInvite,
  replyReceive,
  replySilence,
  assessmentFinish,
  clearGone,
  documentBegin,
  documentLayOut,
  documentWrite,
  documentRestore,
  documentRestoreWhole,
  draftAlign,
  amendmentVote,
  sponsorsTake,
  positionLetOut,
  positionKeepIn,
  negotiationHandOver,
  contributionWrite,
  codebookBegin,
  codebookCode,
  codeRename,
  codeMerge,
  segmentCode,
  codingAccept,
  codingRemove,
  codingRead,
  actionReprisal,
  letterOpen,
  letterVersion,
  letterTranslate,
  letterChange,
  letterFreeze,
  signatureAdd,
  signatureTake,
  signatureChange,
  signatureDecide,
  signatureAgain,
  signatureWithdraw,
  signatureVerify,
  signatureUnverify,
  signatureMerge,
  signatureKeepApart,
  signatureUndecide,
].map(anyCommand);

export const builtInQueries: readonly Query[] = [
  home,
  recordList,
  recordMatching,
  plannedChanges,
  savedViews,
  recordTally,
  count,
  countedList,
  recordShow,
  recordLinked,
  search,
  casePage,
  findingPage,
  proceedingPage,
  measurePage,
  consentPage,
  contributionFeedback,
  contributionPage,
  questionnairePage,
  questionnairePaper,
  questionnaireFilling,
  codingPage,
  codingAnswer,
  codingAgreement,
  codingMatrix,
  somebodyPage,
  somebodyHappened,
  dueAbout,
  commitmentsHeld,
  outputs,
  outputPage,
  libraryLast,
  activity,
  thread,
  timeline,
  graph,
  recordParts,
  map,
  mapRecords,
  resolution,
  registerPage,
  custodySheet,
  copyList,
  clearCopies,
  termList,
  lacks,
  duplicates,
  statementCompare,
  matrix,
  matrixRecords,
  matrixPage,
  matrixTrail,
  matrixVictims,
  provisionList,
  documentPage,
  documentVoices,
  claimSupport,
  documentVersions,
  documentCompare,
  documentHistory,
  documentCompareWhole,
  documentOfState,
  documentTemplateList,
  draftAlignment,
  draftCompare,
  draftPage,
  negotiationLedger,
  negotiationMotions,
  negotiationPositions,
  hintWords,
  languageEarlier,
  letterPage,
  letterPreview,
  engagementList,
  instrumentList,
  instrumentShow,
  instrumentCheck,
  assessmentPage,
  assessmentOverlaps,
  assessmentOverlapping,
].map(anyQuery);
