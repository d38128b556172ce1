// The part of the phone benchmark that runs in a process of its own, so that its memory can be told from that of the
// process that made the data.
import { readFileSync } from "node:fs";
import { resourceUsage } from "node:process";
import { openFolderAcquisition } from "@tocsin/node";
import { createIndicatorIndex, examinePhone, parseIndicators } from "@tocsin/phone";

export interface PhoneMeasure {
  readonly messages: number;
  readonly indicators: number;
  readonly findings: number;
  readonly indicatorSeconds: number;
  readonly bareSeconds: number;
  readonly examineSeconds: number;
  /** Peak of the whole process, in MiB. */
  readonly peakMiB: number;
}

const columns = ["text", "attributedBody", "subject", "payload_data", "date", "is_from_me"];

/** The same engine, file and columns, with nothing done to the rows. */
async function readBare(folder: string, file: string): Promise<number> {
  const acquisition = openFolderAcquisition(folder);
  await acquisition.ready();
  const start = performance.now();
  const database = acquisition.openDatabase(file);
  const rows = database.rows("message", columns);
  while (rows.next()) {
    rows.text(0);
    rows.blob(1);
    rows.text(2);
    rows.blob(3);
    rows.number(4);
    rows.number(5);
  }
  rows.close();
  database.close();
  acquisition.close();
  return (performance.now() - start) / 1000;
}

export async function measure(folder: string, indicators: string, file: string): Promise<PhoneMeasure> {
  const start = performance.now();
  const set = parseIndicators(readFileSync(indicators), "example.stix2");
  const index = createIndicatorIndex([set]);
  const loaded = performance.now();
  const acquisition = openFolderAcquisition(folder);
  let messages = 0;
  let findings = 0;
  for await (const output of examinePhone(acquisition, index, { acquisitionName: "example" })) {
    if (output.kind === "finding") findings += 1;
    if (output.kind === "coverage" && output.coverage.artifact === "ios.sms") messages = output.coverage.rows;
  }
  acquisition.close();
  const examined = performance.now();
  const peakMiB = resourceUsage().maxRSS / 1024;
  const bareSeconds = await readBare(folder, file);
  return {
    messages,
    indicators: index.patterns,
    findings,
    indicatorSeconds: (loaded - start) / 1000,
    bareSeconds,
    examineSeconds: (examined - loaded) / 1000,
    peakMiB,
  };
}
