// Which screen an address shows. What has no screen of its own is shown from its definition.
import type { ReactNode } from "react";
import { CasePageScreen } from "../case/case-page.tsx";
import { CaseStretch } from "../case/case-stretch.tsx";
import { CountsScreen } from "../counts/counts-screen.tsx";
import { CustodyScreen } from "../custody/custody-screen.tsx";
import { kindNamed, useDesk, type Desk } from "../desk.tsx";
import { duplicateKinds, DuplicatesScreen } from "../duplicates/duplicates-screen.tsx";
import { CheckPhone } from "../examine/check-phone.tsx";
import { ExaminationScreen } from "../examine/examination-screen.tsx";
import { SiteCut } from "../examine/site-cut.tsx";
import { AddEvidence } from "../evidence/add-evidence.tsx";
import { EvidenceScreen } from "../evidence/evidence-screen.tsx";
import { FindingScreen } from "../findings/finding-screen.tsx";
import { BundleScreen } from "../leaving/bundle-screen.tsx";
import { EraseScreen } from "../leaving/erase-screen.tsx";
import { CommandForm, isFormCommand } from "../records/command-form.tsx";
import { NewRecord, type BegunFrom } from "../records/new-record.tsx";
import { RecordList } from "../records/record-list.tsx";
import { RecordPageScreen } from "../records/record-page.tsx";
import { ReportScreen } from "../report/report-screen.tsx";
import type { Route } from "../router.ts";
import { Activity } from "../screens/activity.tsx";
import { Home } from "../screens/home.tsx";
import { Resolution } from "../screens/resolution.tsx";
import { Start } from "../screens/start.tsx";
import { ImportScreen } from "../tables/import-screen.tsx";
import { SomethingHappened } from "../happened/something-happened.tsx";
import { OpeningPage } from "../vault/opening-page.tsx";
import { Recover } from "../vault/recover.tsx";
import { Restore } from "../vault/restore.tsx";
import { WordsAndCodes } from "../vocabularies/words-and-codes.tsx";
import { VaultPage } from "../vault/vault-page.tsx";
import { CreateVault, OpenVault, Unlock } from "../screens/vault-forms.tsx";

type Draw = (rest: Route, desk: Desk) => ReactNode;

/** What works without a vault. */
const free: Readonly<Record<string, Draw>> = {
  phone: () => <CheckPhone />,
  site: () => <SiteCut />,
  examination: ([job = "", evidence]) => <ExaminationScreen job={job} evidence={evidence ?? null} />,
  resolution: () => <Resolution />,
  words: ([vocabulary = "acts"]) => <WordsAndCodes vocabulary={vocabulary} />,
  create: () => <CreateVault />,
  open: () => <OpenVault />,
  restore: () => <Restore />,
  recover: () => <Recover />,
};

const withVault: Readonly<Record<string, Draw>> = {
  happened: () => <SomethingHappened />,
  add: ([caseId]) => <AddEvidence caseId={caseId ?? null} />,
  import: () => <ImportScreen />,
  duplicates: ([kind = "person"]) => (
    <DuplicatesScreen key={kind} kind={duplicateKinds.includes(kind) ? kind : "person"} />
  ),
  counts: () => <CountsScreen />,
  activity: () => <Activity />,
  vault: () => <VaultPage />,
  bundle: ([kind, id = ""]) => (
    <BundleScreen key={id} kind={kind === "evidence" ? "evidence" : "case"} id={id} />
  ),
  erase: ([about, id = ""]) => (
    <EraseScreen key={id} about={about === "consent" || about === "retention" ? about : "record"} id={id} />
  ),
  list: ([kind = ""]) => <RecordList key={kind} kind={kind} />,
  new: ([kind = "", field, id]) => (
    <NewRecord key={`${kind} ${id ?? ""}`} kind={kind} link={linkOf(field, id)} />
  ),
  do: ([name = "", field, id]) =>
    isFormCommand(name) ? (
      <CommandForm key={`${name} ${id ?? ""}`} name={name} link={linkOf(field, id)} />
    ) : (
      <Home />
    ),
};

function linkOf(field: string | undefined, id: string | undefined): BegunFrom | null {
  return field !== undefined && id !== undefined ? { field, id } : null;
}

/** Kinds with a screen of their own; `edit` shows every one of their fields. */
const ownScreens: Readonly<Record<string, (id: string, part: string | undefined) => ReactNode>> = {
  case: (id, part) =>
    part === undefined ? (
      <CasePageScreen id={id} />
    ) : part === "report" ? (
      <ReportScreen caseId={id} />
    ) : (
      <CaseStretch id={id} stretch={part} />
    ),
  finding: (id) => <FindingScreen id={id} />,
  evidence: (id, part) => (part === "custody" ? <CustodyScreen evidence={id} /> : <EvidenceScreen id={id} />),
};

/** Nothing of these belongs to a vault. */
const goesOn = ["phone", "site", "examination", "resolution"];
/** Ways to open one, of which there is one at a time. */
const opens = ["open", "recover"];

export function ScreenOf({ route }: { readonly route: Route }) {
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
  const [id, part] = rest;
  const draw = withVault[first];
  if (draw) return draw(rest, desk);
  if (id === undefined || kindNamed(desk.definitions, first) === undefined) return <Home />;
  const own = part === "edit" ? undefined : ownScreens[first];
  return own ? <div key={id}>{own(id, part)}</div> : <RecordPageScreen key={id} id={id} />;
}
