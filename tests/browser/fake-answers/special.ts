// What is special about some kinds: a lawsuit with its days, a letter without an answer, a law, a consent, what left.
import type {
  ActivityPage,
  ConsentRow,
  DueRow,
  HappenedPage,
  HeldCommitments,
  MeasurePage,
  OutputsPage,
  ProceedingPage,
  RecordPage,
  SomebodyPage,
} from "@tocsin/workspace";
import { day, idOf, ids, row, sha256, text, textIn, type Answer } from "./answer.ts";
import { page, pages, recordAnswers } from "./records.ts";

export const specialIds = {
  proceeding: idOf("d"),
  hearing: idOf("h"),
  deadline: idOf("x"),
  late: idOf("z"),
  action: idOf("a"),
  measure: idOf("w"),
  source: idOf("g"),
  consent: idOf("k"),
  organisation: idOf("v"),
  part: idOf("y"),
  otherTask: idOf("q"),
} as const;

const zone = "Europe/Oslo";

/** A day of the calendar, so many days from the day it now is in the zone of the deadlines, which need not be UTC's. */
function dayFromNow(days: number): string {
  const then = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(then);
}

const inCase = { case: ids.case };
const caseLabel = { [ids.case]: { kind: "case", label: "Journalists of the Example Bulletin" } };

const specialPages: readonly RecordPage[] = [
  page(
    specialIds.proceeding,
    "proceeding",
    {
      title: text("Example Mining against the Example Bulletin"),
      stage: "early-dismissal",
      proceedingKind: "civil",
      charges: ["defamation"],
      forum: text("Example District Court"),
      country: "NO",
      broughtBy: text("Example Mining"),
      sum: 250_000_000,
      currency: "EUR",
      filed: "2026-05",
      outcome: "pending",
      ...inCase,
    },
    { labels: caseLabel },
  ),
  page(
    specialIds.action,
    "action",
    {
      title: text("Letter to the ministry"),
      actionKind: "demand.letter",
      addressee: text("Example Ministry"),
      sent: dayFromNow(-45),
      result: "waiting",
      reprisal: true,
      ...inCase,
    },
    { labels: caseLabel },
  ),
  page(specialIds.measure, "measure", {
    title: text("Act on foreign funds"),
    measureKind: "law.association",
    actor: "state",
    authority: text("Example Parliament"),
    country: "NO",
    when: "2024-01/..",
    where: { country: "NO" },
    words: text("Every organisation that receives money from abroad registers."),
    commitments: [ids.commitment],
    sources: [specialIds.source],
  }),
  page(
    specialIds.source,
    "source",
    {
      title: text("A clerk of the court"),
      sourceKind: "official-document",
      reliability: "B",
      protection: true,
    },
    {
      linked: [
        {
          kind: "incident",
          field: "sources",
          total: 1,
          rows: [row(ids.incident, "incident", "Threats to a brother at home")],
        },
      ],
    },
  ),
  page(
    specialIds.consent,
    "consent",
    {
      scope: text("Her name in the report on the lawsuit"),
      person: ids.person,
      uses: ["publication"],
      namesPublished: true,
      given: "2026-01-05",
      until: "2027-01-05",
      how: "written",
      language: "en",
    },
    { labels: { [ids.person]: { kind: "person", label: "Example Editor" } } },
  ),
  page(specialIds.organisation, "organisation", {
    name: text("Example Mining"),
    organisationKind: "company",
    country: "NO",
  }),
];

const proceeding: ProceedingPage = {
  parties: [
    {
      record: specialIds.part,
      role: "defender",
      who: { record: ids.person, kind: "person", label: "Example Editor" },
      groupSize: null,
      named: { allowed: false, reason: "no-consent" },
    },
    {
      record: idOf("j"),
      role: "perpetrator",
      who: { record: specialIds.organisation, kind: "organisation", label: "Example Mining" },
      groupSize: null,
      named: { allowed: true },
    },
    { record: idOf("b"), role: "relative", who: null, groupSize: 4, named: null },
  ],
  partiesTotal: 3,
  days: [
    {
      ...courtDay(specialIds.late, "deadline", "Name counsel", dayFromNow(-3)),
      marks: ["unconfirmed"],
      rule: "Within seven days",
      ruleSource: "Example code of procedure, article 12",
      counted: { from: dayFromNow(-10), days: 7 },
    },
    {
      ...courtDay(specialIds.deadline, "deadline", "Answer the claim", dayFromNow(12)),
      confirmedBy: "A. Counsel",
      rule: "Within thirty days",
    },
    courtDay(specialIds.hearing, "hearing", "Hearing on early dismissal", dayFromNow(40)),
  ],
  daysTotal: 3,
  slapp: [
    { mark: "recorded", records: [ids.incident], codes: [], source: "own", checked: true },
    {
      mark: "power",
      records: [specialIds.organisation],
      codes: [],
      source: "recommendation",
      checked: true,
    },
    { mark: "money", records: [], codes: ["sum"], source: "directive", checked: false },
    { mark: "usual-charges", records: [], codes: ["defamation"], source: "case-report", checked: true },
  ],
  labels: {
    [ids.incident]: { kind: "incident", label: "Threats to a brother at home" },
    [specialIds.organisation]: { kind: "organisation", label: "Example Mining" },
  },
};

function courtDay(
  record: ProceedingPage["days"][number]["record"],
  kind: "hearing" | "deadline",
  label: string,
  on: string,
): ProceedingPage["days"][number] {
  return {
    record,
    kind,
    label,
    day: on,
    zone,
    done: null,
    observed: null,
    result: null,
    rule: null,
    ruleSource: null,
    counted: null,
    confirmedBy: null,
  };
}

const consent: ConsentRow = {
  record: specialIds.consent,
  label: "Her name in the report on the lawsuit",
  standing: "in-force",
  uses: ["publication"],
  namesToGovernment: null,
  namesPublished: true,
  given: "2026-01-05",
  until: "2027-01-05",
  case: null,
  childView: null,
  guardian: null,
};

const somebody: SomebodyPage = {
  named: [
    { audience: "internal", decision: { allowed: false, reason: "consent-other-audience" } },
    { audience: "public", decision: { allowed: true } },
  ],
  isWhole: true,
  consents: [consent, { ...consent, record: idOf("j"), standing: "withdrawn", namesPublished: false }],
  ties: [
    {
      record: idOf("b"),
      relation: "family.sibling",
      from: ids.relative,
      to: ids.person,
      since: null,
      until: null,
    },
  ],
  tiesTotal: 1,
  labels: {
    [ids.person]: { kind: "person", label: "Example Editor" },
    [ids.relative]: { kind: "person", label: "Example Brother" },
  },
};

const happened: HappenedPage = {
  rows: [
    {
      part: specialIds.part,
      role: "defender",
      in: { record: ids.incident, kind: "incident", label: "Threats to a brother at home" },
      date: "2025-05-03~",
      acts: ["harassment.threat.relatives"],
      status: "reported",
    },
    {
      part: idOf("j"),
      role: "defender",
      in: {
        record: specialIds.proceeding,
        kind: "proceeding",
        label: "Example Mining against the Example Bulletin",
      },
      date: "2026-05",
      acts: [],
      status: null,
    },
  ],
  more: true,
};

const due: readonly DueRow[] = [
  {
    ...row(specialIds.otherTask, "task", "Write to the ministry again"),
    day: dayFromNow(2),
    zone,
  },
];

const measure: MeasurePage = {
  sources: [
    { record: specialIds.source, label: "A clerk of the court", reliability: "B", credibility: null },
  ],
  commitments: [
    {
      record: ids.commitment,
      reference: "C-SHUT-2",
      label: "Example commitment",
      standing: "adopted",
      checked: false,
    },
  ],
};

const output: OutputsPage["rows"][number] = {
  record: ids.release,
  label: "Example report",
  audience: "public",
  format: "pdf",
  case: { record: ids.case, label: "Journalists of the Example Bulletin" },
  approvedBy: "B. Approver",
  approved: new Date(day).toISOString(),
  sha256,
  records: 12,
  withheld: [
    { reason: "no-consent", count: 3 },
    { reason: "child", count: 1 },
  ],
  isWithheldAtLeast: false,
  acknowledged: 1,
  unread: 2,
  copies: [
    { record: idOf("j"), title: "report.pdf", where: "/home/example/report.pdf", lies: true },
    { record: idOf("b"), title: "report.html", where: null, lies: false },
  ],
  withdrawn: null,
};

const held: HeldCommitments = {
  rows: [
    {
      record: ids.commitment,
      reference: "C-SHUT-2",
      label: "Example commitment",
      standing: "adopted",
      checked: false,
      theme: "shutdowns",
      addressee: "states",
      incidents: 4,
      measures: 1,
      proceedings: 1,
    },
    {
      record: idOf("j"),
      reference: null,
      label: "A promise of a company",
      standing: null,
      checked: true,
      theme: null,
      addressee: null,
      incidents: 0,
      measures: 0,
      proceedings: 0,
    },
  ],
  next: null,
};

const log = (at: number, act: string, device: string): ActivityPage["rows"][number] => ({
  record: ids.task,
  kind: "task",
  label: "Reply to the court",
  entry: { act, at, device, commit: `c${at}`, changes: [{ field: "done", change: { set: "x" } }] },
});

const activity = (input: unknown): ActivityPage => {
  const rows = [log(day, "task.done", "Example laptop"), log(day - 60_000, "record.create", "Second laptop")];
  const [act, device] = [textIn(input, "act"), textIn(input, "device")];
  const found = rows.filter(
    ({ entry }) => (act === "" || entry.act === act) && (device === "" || entry.device === device),
  );
  const isFirst = textIn(input, "after") === "";
  return {
    rows: isFirst ? found : [log(day - 120_000, "record.create", "Third laptop")],
    next: isFirst ? "more" : null,
    looked: 2,
  };
};

export const specialAnswers: Readonly<Record<string, Answer>> = {
  "query/record.show": (input, isEmpty) =>
    specialPages.find(({ id }) => id === textIn(input, "record")) ??
    recordAnswers["query/record.show"]?.(input, isEmpty),
  "query/lacks": (input, isEmpty) =>
    [...specialPages, ...pages].some(({ id, kind }) => id === textIn(input, "record") && kind !== "incident")
      ? []
      : recordAnswers["query/lacks"]?.(input, isEmpty),
  "query/proceeding.page": () => proceeding,
  "query/consent.page": () => consent,
  "query/somebody.page": () => somebody,
  "query/somebody.happened": () => happened,
  "query/due.about": () => due,
  "query/measure.page": () => measure,
  "query/outputs": (_input, isEmpty) => ({
    rows: isEmpty ? [] : [output],
    next: null,
    total: isEmpty ? 0 : 1,
  }),
  "query/output.page": () => output,
  "query/commitments.held": (_input, isEmpty) => ({ ...held, rows: isEmpty ? [] : held.rows }),
  "query/activity": activity,
  "command/deadline.confirm": () => ({ records: [specialIds.late] }),
  "command/action.reprisal": () => ({ records: [ids.incident] }),
  "command/task.done": () => ({ records: [ids.task] }),
  "command/consent.withdraw": () => ({ records: [specialIds.consent] }),
};
