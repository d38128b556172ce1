// Makes up a workbook of network shutdowns with the headings, sheets and faults of the ones that people keep by hand:
// what was seen in a real one, planted row by row into invented rows. From a seed; nothing in it happened anywhere.
// Run: `npm run dirty-workbook`.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { writeWorkbook, type DirtyCell, type DirtySheet } from "./dirty-workbook/write-workbook.ts";

const seed = 1118;

const recent = `start_date_type,start_date,country,geo_scope,area_name,shutdown_type,affected_network,shutdown_extent,ordered_by,decision_maker,actual_cause,actual_cause_details,info_source,info_source_link,shutdown_status,end_date,duration,gov_justification,gov_just_details,gov_ack,legal_just,legal_method,gov_ack_source,gov_ack_quote,facebook_affected,twitter_affected,whatsapp_affected,instagram_affected,telegram_affected,other_affected,sms_affected,phonecall_affected,telcos_involved,telco_ack,telco_ack_source,telco_ack_quote,election,violence,hr_abuse_reported,users_targeted,users_target_detail,users_notified,econ_impact,event,an_link`;
/** Some headings end with a blank, as they do in the real one. */
const older = `ID,start_date,end_date ,duration,Info_source ,news_link ,continent,sub-region,country ,geo_scope,area_name ,ordered_by ,decision_maker,shutdown_type_new,affected_network,full or service-based,Facebook_affected,Twitter_affected,WhatsApp_affected,Instagram_affected,Telegram_affected,other_service_details (specify) ,SMS_and_phone_call_affected,telcos_involved ,gov_ack,official_just,other_just_details,off_statement,actual_cause,other_cause_details,election,violence,hr_abuse_reported,users_notified,users_affected/targetted ,legal_justif,legal_method ,telco_resp,telco_ ack,econ_impact,event ,an_link ,notes`;
const oldest = `year,start_date,end_date,duration_days,duration_hours,info_source,news_link,continent,sub_region,country,geo_scope,area_name,ordered_by,shutdown_type_group,shutdown_type,official_just,actual_cause,econ_impact,event,an_link,services_affected,service_details,notes,latitude,longitude,id`;

type Faults = Readonly<Record<number, Readonly<Record<string, DirtyCell>>>>;

const longArea = Array.from({ length: 14 }, (_, at) => `Example District ${at + 1}`).join(", ");

/** By row as spreadsheets count: what stands there instead of what was made up. */
const recentFaults: Faults = {
  3: { end_date: null, shutdown_status: "Ongoing", duration: { formula: "DAYS(P3,B3-1)", gives: -44_138 } },
  4: { country: "Examplia", area_name: "Nationwide " },
  5: { area_name: longArea },
  6: { end_date: { day: 44_000 }, duration: { formula: "DAYS(P6,B6-1)", gives: -560 } },
  7: { info_source: "Confidential", info_source_link: null },
  8: {
    actual_cause_details: "\u200b\u200bPeople said that the net was gone.",
    event: "A soft\u00adened word.",
  },
  9: { decision_maker: "Ministry of \u202eskrowteN\u202c, Example", ordered_by: "Law Enforcemnet" },
  10: { start_date: "Unkown ", ordered_by: "Uknown", gov_ack: "yes " },
  11: { event: '=HYPERLINK("https://news.example/11","a page")', decision_maker: "+1 Example Office" },
  12: { duration: { error: "#REF!" }, end_date: { day: -5 } },
  13: { legal_method: "Section 1,\n\nExample Act\n", telco_ack_quote: "“As told.”\nExample Telecom" },
};
const olderFaults: Faults = {
  3: { "end_date ": "ongoing", duration: { error: "#VALUE!" } },
  4: { start_date: "6/24/2019", election: "No " },
  5: { "country ": "XB ", violence: "unknown ", actual_cause: "Protests\n" },
  6: { "Info_source ": "Confidential", "news_link ": null },
  7: { "country ": "Country of Example", telco_resp: "Yes " },
  8: { "event ": "NA ", "legal_method ": "Section-1 of the Example Act\n" },
};
const oldestFaults: Faults = {
  3: { end_date: "4/1/2018 upon a visit", duration_days: null, duration_hours: null },
  4: { end_date: "April/2017 following the opening" },
  5: { latitude: 12.5, longitude: "12.5,31.25" },
  6: { latitude: 95.5, longitude: 31.25 },
  7: { country: "xa", duration_hours: "24", econ_impact: 7.6210438e7 },
  8: { start_date: "31 February 2017", notes: "Some might say that these are two." },
};

export function dirtySheets(): readonly DirtySheet[] {
  const { pick, below } = createRandom(seed);
  const invent = inventor(pick, below);
  const sheet = (headings: string, count: number, faults: Faults): DirtySheet["rows"] => {
    const names = headings.split(",");
    const rows = Array.from({ length: count }, (_, at) =>
      names.map(
        (name) => faults[at + 2]?.[name] ?? (isPlanted(faults[at + 2], name) ? null : invent(name, at + 2)),
      ),
    );
    return [names, ...rows];
  };
  const recentRows = sheet(recent, 14, recentFaults);
  return [
    { name: "2022 Data", rows: recentRows, remarks: ["AG3", "AR3"], merged: ["E15:F15"] },
    { name: "2021 Data", rows: [...sheet(recent, 4, {}), ...recentRows.slice(2, 3)], hiddenRows: [4] },
    { name: "2019", rows: withStrayCell(sheet(older, 9, olderFaults)), remarks: ["B2"] },
    { name: "2016+2017+2018 ", rows: sheet(oldest, 9, oldestFaults) },
    { name: "Need more details", rows: [[2017, "Examplia", "https://news.example/unclear"]] },
    { name: "Old notes", hidden: true, rows: [["somebody's own notes"]] },
  ];
}

function isPlanted(faults: Faults[number] | undefined, name: string): boolean {
  return faults !== undefined && Object.hasOwn(faults, name);
}

/** A cell to the right of the last heading. */
function withStrayCell(rows: DirtySheet["rows"]): DirtySheet["rows"] {
  return rows.map((row, at) => (at === 2 ? [...row, "look at this again"] : row));
}

export async function makeDirtyWorkbook(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, writeWorkbook(dirtySheets()));
}

type Pick = (...from: readonly string[]) => string;

function inventor(pick: Pick, below: (limit: number) => number) {
  const area = (): string => `Example ${pick("Valley", "Harbour", "Town", "Hills")} ${1 + below(9)}`;
  const known = new Map<RegExp, (row: number) => DirtyCell>([
    [/^(ID|id)$/, (row) => row - 1],
    [/^year$/, () => 2016 + below(3)],
    [/^start_date_type$/, () => pick("Actual", "Estimated")],
    [/^start_date$/, () => ({ day: 44_600 + below(100) })],
    [/^end_date ?$/, () => ({ day: 44_700 + below(100) })],
    [/^duration$/, (row) => ({ formula: `DAYS(P${row},B${row}-1)`, gives: 1 + below(90) })],
    [/^duration_/, () => below(48)],
    [/^country ?$/, () => pick("XA", "XB", "XC")],
    [/^geo_scope$/, () => pick("Local", "Regional", "National", "Level 1")],
    [/^area_name ?$/, area],
    [/^shutdown_type(_new)?$/, () => pick("Shutdown", "Throttle")],
    [/^shutdown_type_group$/, () => pick("Full network", "Service-based", "Mobile Internet")],
    [/^shutdown_extent$/, () => pick("Full network", "Service-based", "Full network, Service-based")],
    [/^full or service-based$/, () => pick("Full", "Service-based")],
    [/^affected_network$/, () => pick("Mobile", "Broadband, Mobile")],
    [/^ordered_by ?$/, () => pick("State government", "Executive government", "Military", "Unknown")],
    [/^decision_maker$/, () => `Example Ministry of ${pick("Networks", "Rivers", "Letters")}`],
    [/^info_source $|^info_source$|^Info_source $/, () => pick("News media article", "CSO KIO partners")],
    [/_link ?$|_source$/, (row) => `https://news.example/${row}/${below(1000)}`],
    [/^event ?$/, (row) => `Invented: the net was cut in ${area()}, row ${row}.`],
    [/^(Facebook|Twitter|WhatsApp|Instagram|Telegram)_affected$/, () => ({ yes: below(2) === 1 })],
    [/_affected$/, () => pick("Yes", "No", "Unknown")],
    [
      /^(election|violence|hr_abuse_reported|users_notified|gov_ack|legal_just|telco_ack)$/,
      () => pick("Yes", "No", "Unknown"),
    ],
    [/^(gov_justification|official_just)$/, () => pick("Public safety", "School exams", "Unknown")],
    [/^(latitude|longitude)$/, () => below(80_000_000) / 1_000_000],
  ]);
  return (heading: string, row: number): DirtyCell => {
    for (const [pattern, make] of known) if (pattern.test(heading)) return make(row);
    return below(3) === 0 ? `Invented ${pick("river", "letter", "bridge", "stone")} ${below(100)}` : null;
  };
}

/** Mulberry32. */
function createRandom(from: number) {
  let state = from;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick: Pick = (...texts) => texts[below(texts.length)] ?? "";
  return { below, pick };
}
