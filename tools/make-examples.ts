// Writes the inputs of examples/: a small invented phone backup with its indicators, measurements of an invented site,
// and a few letters and notes. The same bytes every time. Run: `npm run examples`.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bytesOf, makeExif, makePng } from "@tocsin/formats/fakes";
import { makeIosBackup } from "./make-ios-backup.ts";
import { makeEveryScenario } from "./make-measurements.ts";

const seed = 58_23;
/** One site each: blocked, likely blocked in two ways, impaired, down, not enough to say, and reachable. */
const shownScenarios: readonly string[] = [
  "dns-loopback-from-public-resolver",
  "tls-reset",
  "http-diff",
  "captcha",
  "expired-certificate",
  "control-missing-reset",
  "ok-only-status",
];

const letter = `EXAMPLE DISTRICT COURT
Example Town, Example State

File 0000/2025 (invented)

To: the editors of the Example Valley Bulletin

The claimant, Example Holding Ltd, asks for 400,000 in damages for an article of 2 May 2025 about its
water licences. The written defence is due within 21 days of service. A hearing is set for 9 December 2025.

This letter is invented. No court, company or newspaper of these names is meant.
`;

/** What a piece of evidence and its working copies say. */
const notes: Readonly<Record<string, string>> = {
  "recording-note":
    "Note on a recording that was played on 27 June 2025. Invented, as is everything in it.\n",
  "recording-transcript": "00:04  (a voice that is not the reporter's)  The report was paid for.\n",
  "recording-translation": "00:04  (صوت ليس صوت المراسلة)  كان التقرير مدفوع الثمن.\n",
};

/** A list as somebody keeps it by hand: one of its days is none. */
const list = `Title,When
Office searched after a report,2025-03-04
Travel ban at the airport,2025-05
Letter with a threat,in spring
`;

const paragraph = (number: number, text: string, more: object = {}): object => ({
  AnnotationId: `00000000-0000-0000-0000-00000000000${number}`,
  Symbol: `A/HRC/00/${number} (invented)`,
  Text: text,
  DocumentId: `invented-${number}`,
  PublicationDate: "2025-03-04T00:00:00",
  AnnotationType: "Recommendation",
  Countries: ["XA"],
  AffectedPersons: ["- Human rights defenders"],
  Themes: ["- Freedom of opinion and expression & access to information", "- Right to privacy"],
  Sdgs: ["- 16"],
  Regions: ["None"],
  Body: "- UPR",
  ...more,
});

/** As the Universal Human Rights Index is said to give them out, with what can be wrong in such a file. Invented. */
const recommendations = [
  paragraph(1, "Stop using facial recognition in public squares (invented State)."),
  paragraph(2, "Refrain from internet shutdowns during elections.", {
    Body: "- CCPR",
    Countries: ["France", "- Republic of Korea"],
  }),
  paragraph(3, "A country that nobody knows.", { Countries: ["Atlantis"] }),
  paragraph(4, "A day that is none.", { PublicationDate: "in spring" }),
  paragraph(5, ""),
  paragraph(6, "Protect human rights defenders online.", { Body: "- SR Human Rights Defenders" }),
].map((each) => JSON.stringify(each));
recommendations.splice(2, 0, '{"AnnotationId":"broken","Text":"A quote that never closes}');

/** A thematic list of the periodic review, with headings of our own. Invented. */
const thematicList = `Number;State under review;Recommending State;Recommendation;Response;Action category;Issue;Session;Date
1.1;Oman;France;Adopt a law against strategic lawsuits;Accepted;5;Freedom of expression;48;4 March 2025
1.2;Oman;Chile;Continue its efforts for digital inclusion;Noted;2;Internet;48;4 March 2025
1.3;Oman;Chad;;Accepted;3;Internet;48;4 March 2025
1.4;Oman;Peru;Publish contracts for spyware;Perhaps;7;Surveillance;48;31 February 2025
`;

const [pictureWidth, pictureHeight] = [160, 120];

/** A drawing of two people at a corner; what it carries of a camera and of a place is invented and empty. */
function streetCorner(): Uint8Array {
  const isIn = (x: number, y: number, [across, down, size]: readonly number[]): boolean =>
    (x - (across ?? 0)) ** 2 + (y - (down ?? 0)) ** 2 < (size ?? 0) ** 2;
  const colour = (x: number, y: number): readonly [number, number, number] => {
    if (isIn(x, y, [52, 52, 11]) || isIn(x, y, [104, 58, 10])) return [214, 168, 132];
    if (isIn(x, y, [52, 86, 22])) return [150, 60, 50];
    if (isIn(x, y, [104, 90, 21])) return [60, 90, 140];
    if (y > 96) return [120, 116, 108];
    return x < 30 ? [176, 158, 132] : [196, 214, 226];
  };
  return makePng({
    width: pictureWidth,
    height: pictureHeight,
    colour,
    chunks: [
      ["eXIf", makeExif({ camera: "Example Camera (invented)" })],
      ["tEXt", bytesOf("Author\0Example Photographer (invented)")],
    ],
  });
}

export async function makeExamples(folder: string): Promise<void> {
  for (const name of ["phone", "indicators", "measurements", "letters", "pictures"])
    await rm(join(folder, name), { recursive: true, force: true });
  const backup = await makeIosBackup(join(folder, "phone"), {
    messages: 40,
    every: 20,
    logged: 1,
    seed,
    pageSize: 1024,
  });
  await write(folder, "indicators/example-campaigns.stix2", backup.indicators);
  const measurements = makeEveryScenario(seed).filter(({ scenario }) => shownScenarios.includes(scenario));
  await write(folder, "measurements/garden.jsonl", measurements.map(({ line }) => `${line}\n`).join(""));
  await write(folder, "letters/court-summons.txt", letter);
  await write(folder, "pictures/street-corner.png", streetCorner());
  await write(folder, "tables/incidents-made-up.csv", list);
  await write(folder, "tables/recommendations-made-up.json", `[\n${recommendations.join(",\n")}\n]\n`);
  await write(folder, "tables/recommendations-made-up.csv", thematicList);
  for (const [name, text] of Object.entries(notes)) await write(folder, `letters/${name}.txt`, text);
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(folder, path, ".."), { recursive: true });
  await writeFile(join(folder, path), content);
}
