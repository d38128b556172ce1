// A made-up case for tests of the report: nobody in it exists. It holds one of everything that a report can show.
import { parseId, type RecordId } from "@tocsin/core";
import type { ReportInput } from "./report-input.ts";

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** A fixed identifier by number. */
export function idOf(number: number): RecordId {
  const digits = [...String(number).padStart(4, "0")].map((digit) => letters[Number(digit) + 10] ?? "0");
  return parseId(`${"0".repeat(22)}${digits.join("")}`);
}

/** A hash that looks like one, by number. */
export function hashOf(number: number): string {
  return Array.from({ length: 64 }, (_, at) => ((number * 31 + at * 7 + at * at) % 16).toString(16)).join("");
}

const withheldName = "Salma Ouedraogo-Benali";
export const withheldNames = [withheldName, "سلمى ودراوغو بنعلي"];

const en = (text: string) => ({ text, language: "en" });
const ar = (text: string) => ({ text, language: "ar" });
const examiner = { name: "phone", version: "1.0.0" };

export const reportCase: ReportInput = {
  language: "en",
  madeAt: "2026-11-23T10:00:00Z",
  tool: { name: "Tocsin", version: "0.1.0" },
  release: {
    id: idOf(900),
    audience: "un-body",
    approvedBy: "Case coordinator",
    approvedAt: "2026-11-23T09:40:00Z",
  },
  case: {
    id: idOf(1),
    title: en("Journalists of the River Valley Bulletin"),
    organisation: "Coalition of the Example Coast",
  },
  incidents: [
    {
      id: idOf(12),
      title: en("A link to a known spyware domain was sent to the editor"),
      acts: ["spyware.attempt"],
      when: "2025-05-11T06:14Z",
      where: { label: en("Example State"), precision: "country" },
      mode: "online",
      status: "corroborated",
      narrative: en(
        "The editor received a text message that announced a parcel. She did not open it and asked a colleague what to do. The telephone was switched off the same evening and has not been used since. A backup was made three days later in the office of the coalition.",
      ),
      people: [{ person: idOf(51), role: "defender" }],
      sources: [idOf(61)],
      sourceCount: 2,
      findings: [idOf(31)],
      evidence: [idOf(41)],
      commitments: ["C-SPY-1", "C-SPY-2"],
    },
    {
      id: idOf(11),
      title: en("Threats to a brother at home after an article was published abroad"),
      acts: ["harassment.threat", "transnational.relatives"],
      when: "2025-05-03~",
      where: { label: ar("ولاية المثال"), precision: "region" },
      mode: "offline",
      status: "reported",
      narrative: ar(
        "قال شقيق المحررة إن رجلين حضرا إلى البيت وسألا عنها، وقالا إن المقال المنشور في الخارج ستكون له عواقب على العائلة كلها. لم يعرّفا بنفسيهما، وغادرا بعد دقائق قليلة. ذكرت سلمى ودراوغو بنعلي أن السيارة كانت بلا لوحات.",
      ),
      people: [{ person: idOf(52), role: "relative" }],
      sources: [idOf(62)],
      sourceCount: 1,
      findings: [],
      evidence: [],
      commitments: ["C-TNR-1"],
    },
    {
      id: idOf(13),
      title: en("The site of the Bulletin could not be reached on two networks"),
      acts: ["network.site-blocking"],
      when: "2025-05-14/2025-05-16",
      where: { label: en("Example State"), precision: "country" },
      mode: "online",
      status: "reported",
      narrative: null,
      people: [],
      sources: [],
      sourceCount: 0,
      findings: [idOf(32)],
      evidence: [],
      commitments: ["C-SHUT-2"],
    },
    {
      id: idOf(14),
      title: en("Lawsuit for defamation, claim of 400,000"),
      acts: ["legal.slapp"],
      when: "2025-06",
      where: null,
      mode: null,
      status: "confirmed",
      confirmedBy: "National Human Rights Commission",
      narrative: null,
      people: [{ person: idOf(51), role: "defender" }],
      sources: [idOf(61)],
      sourceCount: 3,
      findings: [],
      evidence: [idOf(43)],
      commitments: ["C-SLAPP-1"],
    },
    {
      id: idOf(15),
      title: en("Rumours about an order to follow the editor"),
      acts: [],
      when: null,
      where: null,
      mode: null,
      status: "reported",
      narrative: null,
      people: [],
      sources: [],
      sourceCount: 0,
      findings: [],
      evidence: [],
      commitments: [],
    },
  ],
  findings: [
    {
      id: idOf(31),
      kind: "finding",
      evidence: idOf(41),
      fileSha256: hashOf(31),
      review: "unreviewed",
      finding: {
        type: "indicator.domain",
        meaning: "indicator-domain",
        level: "critical",
        artifact: "ios.sms",
        place: { file: "HomeDomain/Library/SMS/sms.db", table: "message", row: 18204 },
        time: "2025-05-11T06:14:22Z",
        value: "example-bad.test",
        indicators: [
          { campaign: "Example campaign", source: "example-campaign.stix2", pattern: "example-bad.test" },
        ],
        examiner,
      },
    },
    {
      id: idOf(32),
      kind: "verdict",
      evidence: idOf(42),
      fileSha256: hashOf(32),
      review: "doubted",
      verdict: {
        file: "measurements-2025-05-14.jsonl",
        line: 7,
        test: "web_connectivity",
        input: "https://bulletin.example/",
        country: "ZZ",
        network: "AS64496",
        time: "2025-05-14T08:00:00Z",
        state: "likely-blocked",
        mechanisms: ["tls-reset"],
        rules: [{ id: "tls.reset-during-handshake", layer: "tls" }],
        examiner: { name: "network", version: "1.0.0" },
      },
    },
    {
      id: idOf(33),
      kind: "finding",
      evidence: idOf(41),
      fileSha256: null,
      review: "dismissed",
      finding: {
        type: "manifest.mismatch",
        meaning: "manifest-mismatch",
        level: "low",
        artifact: "ios.manifest",
        place: { file: "Manifest.db" },
        time: null,
        value: "",
        indicators: [],
        examiner,
      },
    },
  ],
  evidence: [
    {
      id: idOf(41),
      title: en("Backup of a telephone"),
      sha256: hashOf(41),
      size: 188_743_680,
      mediaType: "application/x-tar",
      obtainedHow: null,
      obtainedNote: en("Made in the presence of the owner, with the owner's own computer."),
      obtainedAt: "2025-05-14T15:30Z",
      obtainedBy: { shown: true, names: [en("Responder 2")] },
      consent: idOf(71),
    },
    {
      id: idOf(42),
      title: en("Twelve measurements of networks"),
      sha256: hashOf(42),
      size: 48_213,
      mediaType: "application/x-ndjson",
      obtainedHow: null,
      obtainedNote: en("Measured by a volunteer with a published tool."),
      obtainedAt: "2025-05-16",
      obtainedBy: { shown: false, reason: "protected" },
      consent: null,
    },
    {
      id: idOf(43),
      title: ar("استدعاء من المحكمة"),
      sha256: null,
      size: null,
      mediaType: null,
      obtainedHow: null,
      obtainedNote: null,
      obtainedAt: null,
      obtainedBy: null,
      consent: null,
    },
  ],
  examinations: [
    {
      id: idOf(81),
      evidence: idOf(41),
      examiner,
      at: "2025-05-15T09:00:00Z",
      coverage: [
        { acquisition: "backup", artifact: "ios.sms", status: "read", rows: 20_411 },
        { acquisition: "backup", artifact: "ios.manifest", status: "read", rows: 903 },
        { acquisition: "backup", artifact: "ios.datausage", status: "missing", rows: 0 },
        { acquisition: "backup", artifact: "ios.netusage", status: "missing", rows: 0 },
        { acquisition: "backup", artifact: "ios.webkit", status: "empty", rows: 0 },
        { acquisition: "backup", artifact: "ios.sysdiagnose", status: "out-of-scope", rows: 0 },
      ],
    },
  ],
  people: [
    {
      id: idOf(51),
      name: { shown: true, names: [en("Nadia Example"), ar("نادية المثال")] },
      organisation: false,
      roles: ["defender"],
      consent: idOf(71),
    },
    {
      id: idOf(52),
      name: { shown: false, reason: "no-consent" },
      organisation: false,
      roles: ["relative"],
      consent: null,
    },
  ],
  sources: [
    {
      id: idOf(61),
      kind: "counsel",
      name: { shown: true, names: [en("Counsel for the editor")] },
      reliability: "B",
      credibility: "2",
      url: null,
    },
    {
      id: idOf(62),
      kind: "witness",
      name: { shown: false, reason: "protected" },
      reliability: "F",
      credibility: null,
      url: "https://people.example/salma-ouedraogo-benali",
    },
  ],
  commitments: [
    commitment(
      "C-SPY-1",
      "Stop using and transferring technologies that cannot be used in line with human rights law, spyware named",
      "adopted",
    ),
    commitment("C-SPY-2", "Provide suitable remedies to victims of violations by surveillance", "adopted"),
    commitment(
      "C-SHUT-2",
      "Refrain from measures that impede connectivity, filtering and throttling named",
      "adopted",
    ),
    commitment(
      "C-SLAPP-1",
      "Adopt laws and policies that discourage strategic lawsuits against public participation",
      "weakened",
    ),
    commitment(
      "C-TNR-1",
      "Kinds of conduct that make up transnational repression are named, without the term",
      "indirect",
    ),
  ],
  consents: [
    {
      id: idOf(71),
      person: idOf(51),
      uses: ["examination", "un-body"],
      namesToGovernment: true,
      namesPublished: false,
      givenAt: "2025-05-14",
      until: "2027-05-14",
      withdrawnAt: null,
    },
  ],
  withheld: [
    { what: "place", recordKind: "incident", field: "incident.where", reason: "protected", count: 2 },
    { what: "record", recordKind: "source", field: null, reason: "no-consent", count: 1 },
  ],
  withheldNames,
};

function commitment(id: string, text: string, standing: "adopted" | "weakened" | "indirect") {
  return {
    id,
    text: en(text),
    instrument: "A/HRC/RES/58/23",
    addressee: { text: "states", language: "zxx" },
    standing,
    sources: [
      {
        title: "A published summary of the resolution",
        url: "https://example.org/summary-of-the-resolution",
      },
    ],
    checked: false,
  };
}
