// Backups that no phone writes quite so, and that must neither hide a trace nor stop the examination.
import { createHash } from "node:crypto";
import type { Coverage, ExaminerFinding } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { writeAttributedText } from "../../../../tools/ios-backup/attributed-text-writer.ts";
import { writeIndicators } from "../../../../tools/ios-backup/indicators-writer.ts";
import { writeBinaryPropertyList } from "../../../../tools/ios-backup/property-list-writer.ts";
import { createMemoryAcquisition } from "../acquisition.fake.ts";
import type { FakeAcquisitionParts, FakeTable } from "../acquisition.fake.ts";
import { examinePhone } from "../examine-phone.ts";
import { createIndicatorIndex } from "../indicators/indicator-index.ts";
import { parseIndicators } from "../indicators/parse-indicators.ts";

const stored = (place: string): string => {
  const name = createHash("sha1").update(place).digest("hex");
  return `${name.slice(0, 2)}/${name}`;
};
const files = {
  sms: stored("HomeDomain-Library/SMS/sms.db"),
  safari: stored("HomeDomain-Library/Safari/History.db"),
  usage: stored("WirelessDomain-Library/Databases/DataUsage.sqlite"),
};
const patterns = [
  "[domain-name:value='bad.test']",
  "[process:name='badagentd']",
  "[app:id='test.bad.app']",
  "[email-addr:value='who@mail.test']",
  "[file:path='/private/var/mobile/Library/bad']",
].map((pattern) => ({ campaign: "Example", pattern }));
const index = createIndicatorIndex([parseIndicators(writeIndicators(patterns), "example.stix2")]);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Tables = Readonly<Record<string, FakeTable>>;

interface Parts {
  readonly databases?: Readonly<Record<string, Tables>>;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly forbidden?: readonly string[];
}

interface Examined {
  readonly findings: readonly ExaminerFinding[];
  readonly coverage: readonly Coverage[];
}

/** With a list of files and an Info.plist, unless the parts have their own. */
function examine(parts: Parts): Promise<Examined> {
  return examineAsIs({
    ...parts,
    files: { "Info.plist": writeBinaryPropertyList({}), ...parts.files },
    databases: { "Manifest.db": listOf(), ...parts.databases },
  });
}

async function examineAsIs(parts: Parts): Promise<Examined> {
  const made: FakeAcquisitionParts = {
    files: new Map(Object.entries(parts.files ?? {})),
    databases: new Map(
      Object.entries(parts.databases ?? {}).map(([path, tables]) => [path, new Map(Object.entries(tables))]),
    ),
    forbidden: new Set(parts.forbidden),
    digest: (name, bytes) => createHash(name).update(bytes).digest("hex"),
  };
  const findings: ExaminerFinding[] = [];
  const coverage: Coverage[] = [];
  const acquisition = createMemoryAcquisition(made);
  for await (const output of examinePhone(acquisition, index, { acquisitionName: "example" })) {
    if (output.kind === "finding") findings.push(output.finding);
    if (output.kind === "coverage") coverage.push(output.coverage);
  }
  return { findings, coverage };
}

function listOf(...entries: readonly (readonly [domain: string, path: string, blob?: Uint8Array])[]): Tables {
  const rows = entries.map(([domain, path, blob], i) => {
    const fileId = createHash("sha1").update(`${domain}-${path}`).digest("hex");
    return [i + 1, fileId, domain, path, 1, blob ?? null] as const;
  });
  return { Files: { columns: ["fileID", "domain", "relativePath", "flags", "file"], rows } };
}

const messages = (
  columns: readonly string[],
  ...rows: readonly (string | Uint8Array | null)[][]
): Readonly<Record<string, Tables>> => ({
  [files.sms]: { message: { columns, rows: rows.map((row, i) => [i + 1, ...row] as const) } },
});
const statusOf = (coverage: readonly Coverage[], artifact: string): readonly string[] =>
  coverage.filter((one) => one.artifact === artifact).map((one) => one.status);

describe("a message", () => {
  it("is read where its text was stored as bytes", async () => {
    const { findings } = await examine({
      databases: messages(
        ["text", "subject"],
        [bytesOf("http://bad.test/1"), null],
        ["x", bytesOf("bad.test")],
      ),
    });
    expect(findings.map((one) => [one.place.row, one.value])).toEqual([
      [1, "bad.test"],
      [2, "bad.test"],
    ]);
  });

  it("is read as it was before it was edited", async () => {
    const before = writeAttributedText("see http://bad.test/edited");
    const summary = writeBinaryPropertyList({ ust: true, ec: { "0": [{ d: 5, t: before }] } });
    const { findings } = await examine({
      databases: messages(
        ["text", "message_summary_info"],
        ["never mind", summary],
        ["x", bytesOf("bplist00")],
      ),
    });
    expect(findings.map((one) => [one.place.row, one.value])).toEqual([[1, "bad.test"]]);
  });
});

describe("an address that messages came from", () => {
  const handle: FakeTable = {
    columns: ["id"],
    rows: [
      [1, "+10000000000"],
      [2, " Who@Mail.test"],
      [3, null],
    ],
  };
  const message: FakeTable = { columns: ["text"], rows: [[1, "bad.test"]] };

  it("is compared, although its messages are gone", async () => {
    const { findings, coverage } = await examine({ databases: { [files.sms]: { message, handle } } });
    expect(
      findings.map((one) => [one.meaning, one.level, one.place.table, one.place.row, one.value]),
    ).toEqual([
      ["link.received", "high", "message", 1, "bad.test"],
      ["email.correspondent", "high", "handle", 2, "who@mail.test"],
    ]);
    expect(coverage.find((one) => one.artifact === "ios.sms")).toMatchObject({ status: "read", rows: 1 });
  });

  it("costs no message where its table is damaged", async () => {
    const damaged = { ...handle, damagedAfter: 0 };
    const { findings, coverage } = await examine({
      databases: { [files.sms]: { message, handle: damaged } },
    });
    expect(findings.map((one) => one.value)).toEqual(["bad.test"]);
    expect(statusOf(coverage, "ios.sms")).toEqual(["unreadable"]);
  });
});

describe("a log without its database", () => {
  it("is said to be there and not read", async () => {
    const log = stored("HomeDomain-Library/SMS/sms.db-wal");
    const { coverage } = await examine({ files: { [log]: bytesOf("x") } });
    expect(statusOf(coverage, "ios.sms")).toEqual(["missing"]);
    expect(statusOf(coverage, "ios.sms.log")).toEqual(["unreadable"]);
  });
});

describe("a history", () => {
  const items: FakeTable = { columns: ["url"], rows: [[1, "http://bad.test/"]] };

  it.each<[string, Tables]>([
    [
      "the visits are damaged",
      { history_items: items, history_visits: { columns: ["history_item"], rows: [], damagedAfter: 0 } },
    ],
    ["the items are damaged further on", { history_items: { ...items, damagedAfter: 1 } }],
    [
      "the visits have other columns",
      { history_items: items, history_visits: { columns: ["other"], rows: [] } },
    ],
  ])("gives what was met although %s, and says that it is not whole", async (_, tables) => {
    const { findings, coverage } = await examine({ databases: { [files.safari]: tables } });
    expect(findings.map((one) => one.value)).toEqual(["bad.test"]);
    expect(statusOf(coverage, "ios.safari")).toEqual(["unreadable"]);
  });

  it("is read where visits have no time, and where addresses are stored as bytes", async () => {
    const { findings } = await examine({
      databases: {
        [files.safari]: {
          history_items: { columns: ["url"], rows: [[1, bytesOf("http://bad.test/")]] },
          history_visits: { columns: ["history_item"], rows: [[7, 1]] },
        },
      },
    });
    expect(findings.map((one) => [one.place.table, one.place.row, one.time])).toEqual([
      ["history_visits", 7, null],
    ]);
  });
});

describe("the use of data", () => {
  it("names an app that a process worked for", async () => {
    const { findings } = await examine({
      databases: {
        [files.usage]: {
          ZPROCESS: {
            columns: ["ZPROCNAME"],
            rows: [
              [1, "helper/test.bad.app"],
              [2, "x/y"],
            ],
          },
        },
      },
    });
    expect(findings.map((one) => [one.meaning, one.value])).toEqual([["app.installed", "test.bad.app"]]);
  });

  it("shows the first processes that are gone, and counts the others", async () => {
    const uses = Array.from({ length: 5000 }, (_, i) => [i + 1, i + 1] as const);
    const { findings, coverage } = await examine({
      databases: {
        [files.usage]: {
          ZPROCESS: { columns: ["ZPROCNAME"], rows: [] },
          ZLIVEUSAGE: { columns: ["ZHASPROCESS"], rows: uses },
        },
      },
    });
    expect(findings).toHaveLength(200);
    expect(coverage.find((one) => one.artifact === "ios.data-usage")?.note).toEqual({
      key: "phone.coverage.many-unnamed",
      values: { count: 5000 },
    });
  });
});

describe("an app that an indicator names", () => {
  it("is met in the details of Info.plist, and reported once", async () => {
    const info = writeBinaryPropertyList({ Applications: { "test.bad.app": { x: 1 } } });
    const { findings } = await examine({
      files: { "Info.plist": info },
      databases: { "Manifest.db": listOf(["AppDomain-test.bad.app", "Documents/x"]) },
    });
    expect(findings.map((one) => [one.artifact, one.meaning])).toEqual([["ios.info", "app.installed"]]);
  });

  it("is met by its domain in the list of files, once", async () => {
    const { findings } = await examine({
      databases: { "Manifest.db": listOf(["AppDomain-test.bad.app", ""], ["AppDomain-test.bad.app", "x"]) },
    });
    expect(findings.map((one) => [one.meaning, one.place.row, one.value])).toEqual([
      ["app.installed", 1, "test.bad.app"],
    ]);
  });
});

describe("a folder of backups", () => {
  it("has each of them examined, and every line says which", async () => {
    const message: FakeTable = { columns: ["text"], rows: [[1, "bad.test"]] };
    const { findings, coverage } = await examineAsIs({
      databases: {
        "one/Manifest.db": listOf(),
        "two/Manifest.db": listOf(),
        [`two/${files.sms}`]: { message },
      },
    });
    expect(findings.map((one) => one.place.file)).toEqual([`two/${files.sms}`]);
    expect(statusOf(coverage, "ios.sms")).toEqual(["missing", "read"]);
    expect(coverage.filter((one) => one.artifact === "ios.safari").map((one) => one.file)).toEqual([
      "one",
      "two",
    ]);
  });
});

describe("a backup that says it is encrypted", () => {
  const flagged = { "Manifest.plist": writeBinaryPropertyList({ IsEncrypted: true }) };

  it("is read where a file in it is not, although its list of files is", async () => {
    const { findings, coverage } = await examineAsIs({
      files: { ...flagged, "Manifest.db": bytesOf("not a database") },
      databases: messages(["text"], ["bad.test"]),
    });
    expect(findings.map((one) => one.value)).toEqual(["bad.test"]);
    expect(statusOf(coverage, "ios.manifest")).toEqual(["unreadable"]);
  });

  it("is not read where nothing in it can be", async () => {
    const { coverage } = await examine({
      files: { ...flagged, "Manifest.db": bytesOf("not a database"), [files.sms]: bytesOf("neither") },
    });
    expect(coverage.find((one) => one.artifact === "ios.sms")?.note?.key).toBe("phone.coverage.encrypted");
  });
});

describe("what the system does not let us read", () => {
  it.each(["Manifest.db", "Info.plist", files.sms, files.safari])(
    "is said of %s, and the rest is examined",
    async (path) => {
      const { findings, coverage } = await examine({
        databases: {
          ...messages(["text"], ["bad.test"]),
          [files.usage]: { ZPROCESS: { columns: ["ZPROCNAME"], rows: [[1, "badagentd"]] } },
        },
        forbidden: [path],
      });
      expect(coverage.filter((one) => one.status === "unreadable")).toHaveLength(1);
      expect(findings.map((one) => one.value)).toContain("badagentd");
    },
  );
});
