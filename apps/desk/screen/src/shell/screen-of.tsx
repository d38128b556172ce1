// Which screen an address shows. What has no screen of its own is shown from its definition.
import { Suspense, type ReactNode } from "react";
import { kindNamed, useDesk, type Desk } from "../desk.tsx";
import type { Definitions } from "../api/contract/definitions.ts";
import { isFormCommand } from "../records/form-commands.ts";
import { isBegunByHand } from "../records/made-by-hand.ts";
import type { BegunFrom } from "../records/new-record.tsx";
import { later } from "../parts/later.ts";
import { Waiting } from "../parts/waiting.tsx";
import type { Route } from "../router.ts";
import { Home } from "../screens/home.tsx";
import { Start } from "../screens/start.tsx";
import type { freeScreens, vaultScreens } from "./screen-names.ts";
import { OpeningPage } from "../vault/opening-page.tsx";
import { CreateVault, OpenVault, Unlock } from "../screens/vault-forms.tsx";

const CasePageScreen = later(async () => (await import("../case/case-page.tsx")).CasePageScreen);
const CaseStretch = later(async () => (await import("../case/case-stretch.tsx")).CaseStretch);
const DuplicatesScreen = later(
  async () => (await import("../duplicates/duplicates-screen.tsx")).DuplicatesScreen,
);
const AddEvidence = later(async () => (await import("../evidence/add-evidence.tsx")).AddEvidence);
const EvidenceScreen = later(async () => (await import("../evidence/evidence-screen.tsx")).EvidenceScreen);
const FindingScreen = later(async () => (await import("../findings/finding-screen.tsx")).FindingScreen);
const CommandForm = later(async () => (await import("../records/command-form.tsx")).CommandForm);
const NewRecord = later(async () => (await import("../records/new-record.tsx")).NewRecord);
const NewInRegister = later(async () => (await import("../records/new-record.tsx")).NewInRegister);
const RecordList = later(async () => (await import("../lists/record-list.tsx")).RecordList);
const RecordPageScreen = later(async () => (await import("../records/record-page.tsx")).RecordPageScreen);
const Activity = later(async () => (await import("../screens/activity.tsx")).Activity);
const SomethingHappened = later(
  async () => (await import("../happened/something-happened.tsx")).SomethingHappened,
);
const HappenedFrom = later(async () => (await import("../happened/happened-from.tsx")).HappenedFrom);
const CountsScreen = later(async () => (await import("../counts/counts-screen.tsx")).CountsScreen);
const CustodyScreen = later(async () => (await import("../custody/custody-screen.tsx")).CustodyScreen);
const CheckPhone = later(async () => (await import("../examine/check-phone.tsx")).CheckPhone);
const ExaminationScreen = later(
  async () => (await import("../examine/examination-screen.tsx")).ExaminationScreen,
);
const SiteCut = later(async () => (await import("../examine/site-cut.tsx")).SiteCut);
const CommitmentsScreen = later(async () => (await import("../screens/commitments.tsx")).CommitmentsScreen);
const AssessScreen = later(async () => (await import("../assessing/assess-screen.tsx")).AssessScreen);
const ChooseInstrument = later(
  async () => (await import("../assessing/choose-instrument.tsx")).ChooseInstrument,
);
const ChooseFor = later(async () => (await import("../assessing/choose-instrument.tsx")).ChooseFor);
const BeginAssessment = later(
  async () => (await import("../assessing/begin-assessment.tsx")).BeginAssessment,
);
const InstrumentsScreen = later(
  async () => (await import("../assessing/instruments-screen.tsx")).InstrumentsScreen,
);
const InstrumentScreen = later(
  async () => (await import("../assessing/instrument-screen.tsx")).InstrumentScreen,
);
const AssessmentScreen = later(
  async () => (await import("../assessing/assessment-screen.tsx")).AssessmentScreen,
);
const SheetScreen = later(async () => (await import("../assessing/sheet/sheet-screen.tsx")).SheetScreen);
const Gallery = later(async () => (await import("../writing/gallery.tsx")).Gallery);
const BeginDraft = later(async () => (await import("../writing/begin-draft.tsx")).BeginDraft);
const DraftScreen = later(async () => (await import("../writing/draft-screen.tsx")).DraftScreen);
const PartScreen = later(async () => (await import("../writing/part-screen.tsx")).PartScreen);
const VersionsScreen = later(async () => (await import("../writing/versions-screen.tsx")).VersionsScreen);
const PreviewScreen = later(async () => (await import("../writing/preview-screen.tsx")).PreviewScreen);
const OutputsScreen = later(async () => (await import("../outputs/outputs-screen.tsx")).OutputsScreen);
const LibraryScreen = later(async () => (await import("../library/library-screen.tsx")).LibraryScreen);
const BundleScreen = later(async () => (await import("../leaving/bundle-screen.tsx")).BundleScreen);
const EraseScreen = later(async () => (await import("../leaving/erase-screen.tsx")).EraseScreen);
const TimelineScreen = later(
  async () => (await import("../pictures/time/timeline-screen.tsx")).TimelineScreen,
);
const GraphScreen = later(async () => (await import("../pictures/graph/graph-screen.tsx")).GraphScreen);
const MapScreen = later(async () => (await import("../pictures/map/map-screen.tsx")).MapScreen);
const MatrixScreen = later(async () => (await import("../matrix/matrix-screen.tsx")).MatrixScreen);
const MonthsScreen = later(async () => (await import("../pictures/time/months-screen.tsx")).MonthsScreen);
const ManualScreen = later(async () => (await import("../manual/manual-screen.tsx")).ManualScreen);
const RegistersScreen = later(
  async () => (await import("../registers/registers-screen.tsx")).RegistersScreen,
);
const RedactScreen = later(async () => (await import("../redact/redact-screen.tsx")).RedactScreen);
const ReportScreen = later(async () => (await import("../report/report-screen.tsx")).ReportScreen);
const Resolution = later(async () => (await import("../screens/resolution.tsx")).Resolution);
const NegotiationScreen = later(
  async () => (await import("../texts/negotiation-screen.tsx")).NegotiationScreen,
);
const CaptureScreen = later(async () => (await import("../texts/capture-screen.tsx")).CaptureScreen);
const DraftTextScreen = later(async () => (await import("../texts/draft-screen.tsx")).DraftTextScreen);
const AlignScreen = later(async () => (await import("../texts/align-screen.tsx")).AlignScreen);
const CompareScreen = later(async () => (await import("../texts/compare-screen.tsx")).CompareScreen);
const ColumnsScreen = later(async () => (await import("../texts/columns-screen.tsx")).ColumnsScreen);
const LetterScreen = later(async () => (await import("../letters/letter-screen.tsx")).LetterScreen);
const BeginLetter = later(async () => (await import("../letters/begin-letter.tsx")).BeginLetter);
const SignOn = later(async () => (await import("../letters/sign-on.tsx")).SignOn);
const SignerScreen = later(async () => (await import("../letters/signer-screen.tsx")).SignerScreen);
const MergeQueue = later(async () => (await import("../letters/merge-queue.tsx")).MergeQueue);
const FreezeScreen = later(async () => (await import("../letters/freeze-screen.tsx")).FreezeScreen);
const LetterTextForms = later(async () => (await import("../letters/text-forms.tsx")).LetterTextForms);
const ImportScreen = later(async () => (await import("../tables/import-screen.tsx")).ImportScreen);
const ImportPage = later(async () => (await import("../tables/import-page.tsx")).ImportPage);
const Recover = later(async () => (await import("../vault/recover.tsx")).Recover);
const Restore = later(async () => (await import("../vault/restore.tsx")).Restore);
const WordsAndCodes = later(async () => (await import("../vocabularies/words-and-codes.tsx")).WordsAndCodes);
const SettingsScreen = later(async () => (await import("../screens/settings.tsx")).SettingsScreen);
const VaultPage = later(async () => (await import("../vault/vault-page.tsx")).VaultPage);

const CodingScreen = later(async () => (await import("../voices/coding-screen.tsx")).CodingScreen);
const CodedMatrixScreen = later(
  async () => (await import("../voices/coded-matrix-screen.tsx")).CodedMatrixScreen,
);

const FeedbackSheet = later(async () => (await import("../voices/feedback-sheet.tsx")).FeedbackSheet);
const PaperSheet = later(async () => (await import("../voices/paper-sheet.tsx")).PaperSheet);
const WorkshopKit = later(async () => (await import("../voices/workshop-kit.tsx")).WorkshopKit);
const EnterPaper = later(async () => (await import("../voices/enter-paper.tsx")).EnterPaper);

type Draw = (rest: Route, desk: Desk) => ReactNode;

const free: Readonly<Record<string, Draw>> = {
  phone: () => <CheckPhone />,
  site: () => <SiteCut />,
  examination: ([job = "", evidence]) => <ExaminationScreen job={job} evidence={evidence ?? null} />,
  resolution: () => <Resolution />,
  manual: ([name = null]) => <ManualScreen key={name} name={name} />,
  words: ([vocabulary = "acts"]) => <WordsAndCodes vocabulary={vocabulary} />,
  create: () => <CreateVault />,
  open: () => <OpenVault />,
  restore: () => <Restore />,
  recover: () => <Recover />,
} satisfies Readonly<Record<(typeof freeScreens)[number], Draw>>;

const withVault: Readonly<Record<string, Draw>> = {
  happened: ([about, id]) =>
    id === undefined ? (
      <SomethingHappened />
    ) : (
      <HappenedFrom key={id} about={about === "finding" ? "finding" : "evidence"} id={id} />
    ),
  add: ([caseId]) => <AddEvidence caseId={caseId ?? null} />,
  import: () => <ImportScreen />,
  duplicates: ([kind = "person"]) => <DuplicatesScreen key={kind} kind={kind} />,
  counts: () => <CountsScreen />,
  timeline: ([, id]) => (id === undefined ? <MonthsScreen /> : <TimelineScreen key={id} id={id} />),
  graph: ([, id = ""]) => <GraphScreen key={id} id={id} />,
  matrix: (rest) => <MatrixScreen rest={rest} />,
  map: ([about, register]) =>
    about === "measure" ? (
      <MapScreen key={register ?? "measure"} register={register ?? null} />
    ) : (
      <MapScreen />
    ),
  registers: ([register = null]) => <RegistersScreen key={register} register={register} />,
  activity: () => <Activity />,
  outputs: () => <OutputsScreen />,
  library: () => <LibraryScreen />,
  commitments: () => <CommitmentsScreen />,
  assess: ([what, name, field, id]) =>
    what === "for" && name !== undefined && field !== undefined ? (
      <ChooseFor key={`${name} ${field}`} subject={name} id={field} />
    ) : what !== "begin" ? (
      <AssessScreen />
    ) : name === undefined ? (
      <ChooseInstrument />
    ) : (
      <BeginAssessment
        key={`${name} ${id ?? ""}`}
        name={name}
        link={field === "country" ? null : linkOf(field, id)}
        country={field === "country" ? (id ?? null) : null}
      />
    ),
  write: ([what, name = "", field, id]) =>
    what === "begin" ? (
      <BeginDraft key={`${name} ${id ?? ""}`} name={name} link={linkOf(field, id)} />
    ) : (
      <Gallery key={field ?? ""} link={what === "for" ? linkOf(name, field) : null} />
    ),
  instruments: ([name, edition]) =>
    name === undefined ? (
      <InstrumentsScreen />
    ) : (
      <InstrumentScreen
        key={name}
        name={name}
        edition={/^\d+$/.test(edition ?? "") ? Number(edition) : null}
      />
    ),
  settings: () => <SettingsScreen />,
  vault: () => <VaultPage />,
  bundle: ([kind, id = ""]) => (
    <BundleScreen key={id} kind={kind === "evidence" ? "evidence" : "case"} id={id} />
  ),
  erase: ([about, id = ""]) => (
    <EraseScreen key={id} about={about === "consent" || about === "retention" ? about : "record"} id={id} />
  ),
  list: ([kind = "", register]) => (
    <RecordList key={`${kind} ${register ?? ""}`} kind={kind} register={register ?? null} />
  ),
  new: ([kind = "", field, id], { definitions }) =>
    kind === "document" || kind === "documentPart" ? (
      // Of what a template asks no empty form knows anything.
      <Gallery key={id ?? ""} link={linkOf(field, id)} />
    ) : kind === "letter" ? (
      <BeginLetter />
    ) : field === "register" && id !== undefined ? (
      <NewInRegister key={id} register={id} />
    ) : id === undefined && isKnownBegunElsewhere(definitions, kind) ? (
      <RecordList key={kind} kind={kind} />
    ) : (
      <NewRecord key={`${kind} ${id ?? ""}`} kind={kind} link={linkOf(field, id)} />
    ),
  do: ([name = "", field, id]) =>
    isFormCommand(name) ? (
      <CommandForm key={`${name} ${id ?? ""}`} name={name} link={linkOf(field, id)} />
    ) : (
      <Home />
    ),
} satisfies Readonly<Record<(typeof vaultScreens)[number], Draw>>;

/** Its list says what there is. */
function isKnownBegunElsewhere(definitions: Definitions, kind: string): boolean {
  const known = kindNamed(definitions, kind);
  return known !== undefined && !isBegunByHand(known);
}

function linkOf(field: string | undefined, id: string | undefined): BegunFrom | null {
  return field !== undefined && id !== undefined ? { field, id } : null;
}

/** Kinds with a screen of their own; `edit` shows every one of their fields. */
const ownScreens: Readonly<Record<string, (id: string, part?: string, other?: string) => ReactNode>> = {
  negotiation: (id, part) =>
    part === "capture" ? <CaptureScreen negotiation={id} /> : <NegotiationScreen id={id} />,
  letter: (id, part, signature) => letterPart(id, part, signature),
  draft: (id, part, older) =>
    older === undefined ? (
      <DraftTextScreen id={id} />
    ) : part === "align" ? (
      <AlignScreen key={older} newer={id} older={older} />
    ) : part === "columns" ? (
      <ColumnsScreen key={older} newer={id} older={older} />
    ) : (
      <CompareScreen key={older} newer={id} older={older} />
    ),
  case: (id, part) =>
    part === undefined ? (
      <CasePageScreen id={id} />
    ) : part === "report" ? (
      <ReportScreen caseId={id} />
    ) : (
      <CaseStretch id={id} stretch={part} />
    ),
  document: (id, part) =>
    part === "versions" ? (
      <VersionsScreen id={id} />
    ) : part === "preview" ? (
      <PreviewScreen id={id} />
    ) : (
      <DraftScreen id={id} />
    ),
  documentPart: (id) => <PartScreen id={id} />,
  questionnaire: (id, part) =>
    part === "code" ? (
      <CodingScreen id={id} />
    ) : part === "matrix" ? (
      <CodedMatrixScreen id={id} />
    ) : part === "paper" ? (
      <PaperSheet id={id} />
    ) : part === "kit" ? (
      <WorkshopKit id={id} />
    ) : part === "enter" ? (
      <EnterPaper id={id} />
    ) : (
      <RecordPageScreen id={id} />
    ),
  contribution: (id, part) =>
    part === "feedback" ? <FeedbackSheet id={id} /> : <RecordPageScreen id={id} />,
  finding: (id) => <FindingScreen id={id} />,
  assessment: (id) => <AssessmentScreen id={id} />,
  rating: (id, part) => <SheetScreen rating={id} question={part ?? null} />,
  table: (id) => <ImportPage id={id} />,
  evidence: (id, part) =>
    part === "custody" ? (
      <CustodyScreen evidence={id} />
    ) : part === "redact" ? (
      <RedactScreen evidence={id} />
    ) : (
      <EvidenceScreen id={id} />
    ),
};

function letterPart(id: string, part?: string, signature?: string): ReactNode {
  switch (part) {
    case "sign":
      return <SignOn id={id} />;
    case "queue":
      return <MergeQueue id={id} />;
    case "freeze":
      return <FreezeScreen id={id} />;
    case "text":
    case "version":
    case "translation":
    case "terms":
      return <LetterTextForms id={id} />;
    case "signer":
      return <SignerScreen letter={id} signature={signature ?? ""} />;
    case undefined:
      return <LetterScreen id={id} />;
    default:
      // What was typed about a signer is kept at its form's address.
      return <SignerScreen letter={id} signature={part.replace(/^[a-z]+-/, "")} />;
  }
}

/** Nothing of these belongs to a vault. */
const goesOn = ["phone", "site", "examination", "resolution", "manual"];
/** Ways to open one, of which there is one at a time. */
const opens = ["open", "recover"];

export function ScreenOf({ route }: { readonly route: Route }) {
  return (
    <Suspense fallback={<Waiting error={null} />}>
      <Routed route={route} />
    </Suspense>
  );
}

function Routed({ route }: { readonly route: Route }) {
  const desk = useDesk();
  const [first = "", ...rest] = route;
  const state = desk.session.vault?.state ?? "none";
  if (desk.session.opening !== null && (state !== "open" || opens.includes(first))) {
    if (!goesOn.includes(first)) return <OpeningPage />;
  }
  const drawFree = free[first];
  if (drawFree) return <>{drawFree(rest, desk)}</>;
  if (state === "locked") return <Unlock />;
  if (state === "none") return first === "happened" ? <CreateVault reason="happened" /> : <Start />;
  return <>{drawInVault(first, rest, desk)}</>;
}

function drawInVault(first: string, rest: Route, desk: Desk): ReactNode {
  const [id, part, other] = rest;
  const draw = withVault[first];
  if (draw) return draw(rest, desk);
  if (id === undefined || kindNamed(desk.definitions, first) === undefined) return <Home />;
  const own = part === "edit" ? undefined : ownScreens[first];
  return own ? <div key={id}>{own(id, part, other)}</div> : <RecordPageScreen key={id} id={id} />;
}
