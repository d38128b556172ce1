// Makes a small invented iOS backup with planted traces, the indicators that find them, and the list of what was
// planted. For tests, examples and measurements; no person, number or host in it exists.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createDatabaseWriters } from "./ios-backup/database-writer.ts";
import type { DatabaseWriter, WrittenDatabase } from "./ios-backup/database-writer.ts";
import { writeIndicators } from "./ios-backup/indicators-writer.ts";
import { insertMessage, inventMessages } from "./ios-backup/messages.ts";
import { writeArchivedFile, writeBinaryPropertyList } from "./ios-backup/property-list-writer.ts";
import { createRandom } from "./ios-backup/random.ts";
import { dataUsageTables, manifestTables, safariTables, smsTables } from "./ios-backup/tables.table.ts";
import type { PlantedTruth } from "./ios-backup/truth.ts";

export interface IosBackupOptions {
  readonly messages?: number;
  readonly seed?: number;
  /** One planted link in so many messages. */
  readonly every?: number;
  /** Messages that stand only in the write-ahead log, the last of them with a planted link. */
  readonly logged?: number;
  /** Adds entries to the list of files that no phone writes. */
  readonly hostile?: boolean;
  readonly pageSize?: number;
}

export interface InventedBackup {
  readonly folder: string;
  readonly indicators: Uint8Array;
  readonly truth: readonly PlantedTruth[];
  /** Stored paths by what they are: `sms`, `safari`, `profile`, `usage`. */
  readonly files: Readonly<Record<"sms" | "safari" | "profile" | "usage", string>>;
}

interface Place {
  readonly domain: string;
  readonly path: string;
}

const places = {
  sms: { domain: "HomeDomain", path: "Library/SMS/sms.db" },
  safari: { domain: "AppDomain-com.apple.mobilesafari", path: "Library/Safari/History.db" },
  profile: {
    domain: "AppDomain-com.apple.mobilesafari",
    path: "Library/Safari/Profiles/EXAMPLE-PROFILE/History.db",
  },
  usage: { domain: "WirelessDomain", path: "Library/Databases/DataUsage.sqlite" },
} as const;

/** 2026-01-01T00:00:00Z, in seconds since 2001 and since 1970. */
const appleNow = 788_918_400;
const unixNow = appleNow + 978_307_200;
const isoNow = "2026-01-01T00:00:00.000Z";

interface Making {
  readonly options: Required<IosBackupOptions>;
  readonly folder: string;
  readonly truth: PlantedTruth[];
  readonly createWriter: (pageSize?: number) => DatabaseWriter;
  readonly listed: (Place & { readonly size: number })[];
}

/** Writes into `folder`, which is made if need be. 300,000 messages take some ten seconds and 150 MB. */
export async function makeIosBackup(folder: string, options: IosBackupOptions = {}): Promise<InventedBackup> {
  const making: Making = {
    options: { messages: 200, seed: 1, every: 10, logged: 3, hostile: false, pageSize: 4096, ...options },
    folder,
    truth: [],
    createWriter: await createDatabaseWriters(),
    listed: [],
  };
  await store(making, places.sms, makeMessages(making));
  await store(making, places.safari, makeHistory(making, storedPathOf(places.safari)));
  await store(making, places.profile, makeHistory(making, storedPathOf(places.profile)));
  await store(making, places.usage, makeUsage(making));
  await write(folder, "Manifest.db", makeManifest(making));
  await writeLists(making);
  const { sms, safari, profile, usage } = places;
  return {
    folder,
    indicators: writeIndicators(),
    truth: making.truth,
    files: {
      sms: storedPathOf(sms),
      safari: storedPathOf(safari),
      profile: storedPathOf(profile),
      usage: storedPathOf(usage),
    },
  };
}

export function fileIdOf(place: Place): string {
  return createHash("sha1").update(`${place.domain}-${place.path}`).digest("hex");
}

export function storedPathOf(place: Place): string {
  const fileId = fileIdOf(place);
  return `${fileId.slice(0, 2)}/${fileId}`;
}

function makeMessages({ options, truth, createWriter }: Making): WrittenDatabase {
  const writer = createWriter(options.pageSize);
  const plan = {
    every: options.every,
    random: createRandom(options.seed),
    file: storedPathOf(places.sms),
    truth,
  };
  writer.run(smsTables);
  writer.insert(insertMessage, inventMessages({ ...plan, first: 1, count: options.messages }));
  if (options.logged > 0) {
    writer.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;");
    // The last of them is a multiple of `every`, and so has a link.
    const last = Math.ceil((options.messages + options.logged) / options.every) * options.every;
    const first = Math.max(options.messages + 1, last - options.logged + 1);
    writer.insert(insertMessage, inventMessages({ ...plan, first, count: last - first + 1 }));
  }
  return writer.finish();
}

function makeHistory({ truth, createWriter }: Making, file: string): WrittenDatabase {
  const writer = createWriter();
  writer.run(safariTables);
  const isProfile = file === storedPathOf(places.profile);
  const items: [number, string, string, number][] = [
    [1, "https://example-good.test/", "example-good", 1],
    [2, `https://a.example-bad.test/${isProfile ? "profile" : "home"}`, "example-bad", 2],
    [3, "https://notexample-bad.test/", "notexample-bad", 1],
    [4, "https://example-good.test/?to=https://example-bad.test/", "example-good", 1],
    [5, "http://example-bad.test/typed", "example-bad", 1],
  ];
  writer.insert("INSERT INTO history_items VALUES (?, ?, ?, ?)", items);
  writer.insert("INSERT INTO history_visits VALUES (?, ?, ?, ?, ?)", [
    [1, 1, appleNow - 100.5, "Example", 1],
    [2, 2, appleNow + 0.25, "Example", 1],
    [3, 2, appleNow + 60, "Example", 1],
    [4, 3, appleNow, "Example", 1],
    [5, 4, appleNow, "Example", 1],
    [6, 5, appleNow, null, 0],
  ]);
  const visit = { artifact: "ios.safari", file, table: "history_visits" };
  truth.push(
    {
      ...visit,
      meaning: "link.visited",
      row: 2,
      value: "a.example-bad.test",
      time: "2026-01-01T00:00:00.250Z",
    },
    {
      ...visit,
      meaning: "link.visited",
      row: 3,
      value: "a.example-bad.test",
      time: "2026-01-01T00:01:00.000Z",
    },
    { ...visit, meaning: "link.attempted", row: 6, value: "example-bad.test", time: isoNow },
  );
  return writer.finish();
}

function makeUsage({ truth, createWriter }: Making): WrittenDatabase {
  const writer = createWriter();
  const file = storedPathOf(places.usage);
  writer.run(dataUsageTables);
  writer.insert("INSERT INTO ZPROCESS VALUES (?, 1, 1, ?, ?, ?, ?)", [
    [1, appleNow, appleNow, "test.example.good", "examplegood/test.example.good"],
    [2, appleNow, appleNow + 10, null, "exampleagentd"],
    [3, appleNow, appleNow, null, "exampleverylong"],
    [4, appleNow, appleNow, null, "exampleagentd2"],
    [5, appleNow, appleNow, null, "EXAMPLE-UNIT/exampleagentd"],
  ]);
  writer.insert("INSERT INTO ZLIVEUSAGE VALUES (?, 1, 1, ?, ?, 1.5, 2.5)", [
    [1, 1, appleNow],
    [2, 77, appleNow],
    [3, 77, appleNow + 5],
    [4, null, appleNow],
  ]);
  const process = { artifact: "ios.data-usage", file, table: "ZPROCESS", time: isoNow };
  truth.push(
    { ...process, meaning: "process.seen", row: 2, value: "exampleagentd" },
    { ...process, meaning: "process.cut", row: 3, value: "exampleverylong" },
    { ...process, meaning: "process.seen", row: 5, value: "EXAMPLE-UNIT/exampleagentd" },
    { ...process, meaning: "process.unnamed", table: "ZLIVEUSAGE", row: 2, value: "77" },
  );
  return writer.finish();
}

interface ListEntry {
  readonly fileId: string;
  readonly domain: string;
  readonly path: string;
  readonly flags: number;
  readonly truth?: { readonly meaning: string; readonly value: string; readonly time: string | null };
}

function makeManifest({ options, truth, createWriter, listed }: Making): WrittenDatabase {
  const writer = createWriter();
  writer.run(manifestTables);
  const entries = [
    ...listed.map((one) => toEntry(one)),
    ...plantedEntries,
    ...(options.hostile ? hostileEntries : []),
  ];
  const rows = entries.map((entry, i) => {
    const { fileId, domain, path, flags } = entry;
    const { meaning, value, time } = entry.truth ?? { meaning: "", value: "", time: null };
    const at = { artifact: "ios.manifest", file: "Manifest.db", table: "Files", row: i + 1 };
    if (meaning !== "") truth.push({ ...at, meaning, value, time });
    const blob = flags === 1 ? writeArchivedFile({ relativePath: path, modified: unixNow, size: 1 }) : null;
    return [i + 1, fileId, domain, path, flags, blob] as const;
  });
  writer.insert(
    "INSERT INTO Files (ROWID, fileID, domain, relativePath, flags, file) VALUES (?, ?, ?, ?, ?, ?)",
    rows,
  );
  return writer.finish();
}

function toEntry(place: Place, entry: Partial<ListEntry> = {}): ListEntry {
  return { fileId: fileIdOf(place), domain: place.domain, path: place.path, flags: 1, ...entry };
}

const plantedEntries: readonly ListEntry[] = [
  toEntry({ domain: "HomeDomain", path: "" }, { flags: 2 }),
  toEntry(
    { domain: "HomeDomain", path: "Library/Example/planted.bin" },
    {
      truth: {
        meaning: "file.seen",
        value: "/private/var/mobile/Library/Example/planted.bin",
        time: isoNow,
      },
    },
  ),
  toEntry({ domain: "HomeDomain", path: "Library/Example/planted.bin2" }),
  toEntry(
    { domain: "AppDomain-test.example.app", path: "Documents/example_loader.js" },
    {
      truth: {
        meaning: "file.named",
        value: "AppDomain-test.example.app/Documents/example_loader.js",
        time: isoNow,
      },
    },
  ),
  toEntry({ domain: "RootDomain", path: "Library/Example/planted.bin" }),
];

const hostileEntries: readonly ListEntry[] = [
  toEntry(
    { domain: "HomeDomain", path: "Library/Example/renamed" },
    {
      fileId: "0".repeat(40),
      truth: { meaning: "manifest.mismatch", value: "HomeDomain-Library/Example/renamed", time: null },
    },
  ),
  toEntry(
    { domain: "HomeDomain", path: "Library/Example/outside" },
    {
      fileId: "../../../../etc/passwd",
      truth: { meaning: "manifest.climbing", value: "HomeDomain-Library/Example/outside", time: null },
    },
  ),
  toEntry(
    { domain: "HomeDomain", path: "../../etc/example" },
    { truth: { meaning: "manifest.climbing", value: "HomeDomain-../../etc/example", time: null } },
  ),
];

async function writeLists({ folder, truth }: Making): Promise<void> {
  const info = {
    "Device Name": "Example phone",
    "Product Type": "iPhone0,0",
    "Product Version": "99.0",
    "Serial Number": "EXAMPLE00000",
    "Last Backup Date": new Date(isoNow),
    "Installed Applications": ["test.example.good", "test.example.planted"],
  };
  const app = { artifact: "ios.info", file: "Info.plist", table: undefined, row: undefined, time: isoNow };
  truth.push({ ...app, meaning: "app.installed", value: "test.example.planted" });
  await writeFile(join(folder, "Info.plist"), writeBinaryPropertyList(info));
  const manifest = { IsEncrypted: false, Version: "10.0", Date: new Date(isoNow) };
  await writeFile(join(folder, "Manifest.plist"), writeBinaryPropertyList(manifest));
}

async function store(making: Making, place: Place, written: WrittenDatabase): Promise<void> {
  await write(making.folder, storedPathOf(place), { database: written.database, log: undefined });
  making.listed.push({ ...place, size: written.database.length });
  if (written.log === undefined) return;
  const log = { domain: place.domain, path: `${place.path}-wal` };
  await write(making.folder, storedPathOf(log), { database: written.log, log: undefined });
  making.listed.push({ ...log, size: written.log.length });
}

async function write(folder: string, path: string, { database }: WrittenDatabase): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), database);
}
