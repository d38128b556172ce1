// Info.plist: the device, and the apps that were installed when the backup was made.
import type { ExaminerOutput } from "@tocsin/core";
import { isArray, isDate, isDictionary } from "@tocsin/formats";
import type { PropertyListDictionary } from "@tocsin/formats";
import { createFinding } from "../findings/create-finding.ts";
import { readTopList } from "./backup.ts";
import { coverageOf } from "./examination.ts";
import type { Examination } from "./examination.ts";
import type { ManifestListing } from "./manifest.ts";

const artifact = "ios.info";

export function* examineInfo(examination: Examination, listing: ManifestListing): Generator<ExaminerOutput> {
  const file = `${examination.backup.root}Info.plist`;
  const list = readTopList(examination.backup, "Info.plist");
  if (list.state !== "read") {
    const key = list.state === "missing" ? "phone.coverage.no-info" : "phone.coverage.bad-list";
    yield coverageOf(examination, { artifact, file }, { status: list.state, note: { key } });
    return;
  }
  const apps = appsOf(list.values);
  for (const app of apps) {
    const match = examination.index.matchApp(app);
    if (match === null) continue;
    listing.reportedApps.add(app);
    yield createFinding({
      type: "indicator.app",
      meaning: "app.installed",
      artifact,
      place: { file },
      time: madeAt(list.values),
      value: app,
      indicators: match.indicators,
    });
  }
  const sha256 = examination.backup.acquisition.sha256(file);
  yield coverageOf(examination, { artifact, file }, { status: "read", rows: apps.length, sha256 });
}

/** From the list of installed apps, and from the details of apps, which some versions keep of others. */
function appsOf(values: PropertyListDictionary): readonly string[] {
  const apps = values.get("Installed Applications");
  const details = values.get("Applications");
  const named = isArray(apps) ? apps.filter((app): app is string => typeof app === "string") : [];
  return [...new Set([...named, ...(isDictionary(details) ? details.keys() : [])])];
}

function madeAt(values: PropertyListDictionary): string | null {
  const date = values.get("Last Backup Date");
  return isDate(date) && Math.abs(date.milliseconds) < 8.64e15
    ? new Date(date.milliseconds).toISOString()
    : null;
}
