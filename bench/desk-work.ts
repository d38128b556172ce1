// How long a person waits in the desk at work: from a click to what is shown, over generated incidents in Chromium, and
// whether typing ever waits. `npm run bench -- desk-work=5000` is a twentieth of the full size.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startDesk, type RunningDesk } from "@tocsin/desk-server";
import { createProgram, type ProgramOptions } from "@tocsin/node";
import { encodeOperation, type Operation } from "@tocsin/records";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { chromium, type Page } from "playwright-core";
import { chromiumFlags, chromiumPath } from "../tests/browser/chromium.ts";
import { idOf, inventOperations } from "./counts-invented.ts";

const usualSize = 100_000;
const runs = 7;
const longestPaint = 150;
const longestTask = 100;
/** Milliseconds, between what was shown and the next click. */
const pause = 400;
const partsOfOne = 10_000;
const incidentsOfCase = 50;
const passphrase = "only for measuring";
const program: ProgramOptions = { cost: { memoryKib: 8, passes: 1, lanes: 1 } };

const caseId = idOf("incident", 9_000_000);
const busyPerson = idOf("person", 9_000_000);

export async function bench(size = String(usualSize)) {
  const incidents = Number(size);
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    return { name: "Desk at work", figures: [], note: "Not measured: there is no Chromium." };
  const folder = await mkdtemp(join(tmpdir(), "bench-desk-"));
  const path = join(folder, "vault");
  await fillVault(path, incidents);
  const desk = await deskOver(path);
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] });
  try {
    const page = await browser.newPage();
    await page.goto(desk.address);
    await page.locator("main h1").first().waitFor();
    return {
      name: `Desk at work (${incidents} incidents, ${incidents * 6} records and more)`,
      figures: [...(await paintFigures(page)), await typingFigure(page)],
      note: `A case of ${incidentsOfCase} incidents; a person with ${partsOfOne} parts. Server and browser share the machine.`,
    };
  } finally {
    await browser.close();
    await desk.close();
    await rm(folder, { recursive: true });
  }
}

async function fillVault(path: string, incidents: number): Promise<void> {
  const filled = await createProgram(path, { ...program, passphrase, deviceName: "bench" });
  await filled.workspace.vault.commitStep(payloads(incidents));
  await filled.workspace.rebuild("asked");
  await filled.close();
}

async function deskOver(path: string): Promise<RunningDesk> {
  const desk = await startDesk({
    version: "0.0.0",
    registry: createBuiltInRegistry(),
    examples: resolve("examples"),
    screen: resolve("dist/desk"),
    clock: () => Date.now(),
    lockAfter: 0,
    program,
  });
  await desk.desk.vault.openFolder(path, passphrase);
  // What compares the tables after an opening is measured elsewhere.
  await desk.desk.vault.open?.workspace.settled();
  return desk;
}

function* payloads(incidents: number): Generator<{ readonly payload: Uint8Array }> {
  for (const operation of operations(incidents)) yield { payload: encodeOperation(operation) };
}

function* operations(incidents: number): Generator<Operation> {
  let inCase = 0;
  for (const { operation } of inventOperations(incidents)) {
    const isIn = operation.kind === "incident" && (inCase += 1) <= incidentsOfCase;
    yield isIn ? { ...operation, patch: { ...operation.patch, case: { set: caseId } } } : operation;
  }
  const made = (
    kind: string,
    record: string,
    values: Readonly<Record<string, string | object>>,
  ): Operation => {
    const patch = Object.fromEntries(Object.entries(values).map(([name, set]) => [name, { set }]));
    return { kind, version: 1, record, act: "bench", patch } as Operation;
  };
  yield made("case", caseId, { title: { text: "A case", lang: "en" }, status: "open" });
  yield made("person", busyPerson, { name: { text: "Everywhere", lang: "en" } });
  for (let n = 0; n < partsOfOne; n += 1)
    yield made("involvement", idOf("part", 9_000_000 + n), {
      role: "defender",
      person: busyPerson,
      incident: idOf("incident", incidentsOfCase + (n % (incidents - incidentsOfCase))),
    });
}

interface Shown {
  readonly label: string;
  readonly address: string;
  /** What stands there once it is shown. */
  readonly until: string;
}

const shown: readonly Shown[] = [
  { label: "list of incidents", address: "#/list/incident", until: "main tbody tr:nth-child(50)" },
  { label: "list of people", address: "#/list/person", until: "main tbody tr:nth-child(50)" },
  { label: "list of parts", address: "#/list/involvement", until: "main tbody tr:nth-child(50)" },
  { label: "case", address: `#/case/${caseId}`, until: "main ul.road" },
  { label: "incident", address: `#/incident/${idOf("incident", 7)}`, until: "main .linked li" },
  {
    label: "person with many parts",
    address: `#/person/${busyPerson}`,
    until: "main .linked li:nth-child(50)",
  },
  { label: "graph of the same", address: `#/graph/person/${busyPerson}`, until: "main svg" },
];

async function paintFigures(page: Page) {
  const figures = [];
  for (const each of shown) {
    const times: number[] = [];
    const worked: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const before = process.cpuUsage();
      times.push(await millisecondsTo(page, each));
      const { user, system } = process.cpuUsage(before);
      worked.push((user + system) / 1000);
    }
    const value = median(times);
    const server = Math.round(median(worked));
    figures.push({
      label: `click to paint, ${each.label}, median of ${runs}`,
      value: Math.round(value),
      unit: "ms",
      against: {
        label: "processor time of the server, with what drives the browser",
        value: server,
        unit: "ms",
      },
      target: `at most ${longestPaint} ms`,
      met: value <= longestPaint,
    });
  }
  return figures;
}

/** A click on a link, until the frame after it stands there; begun at the screen of the vault, which has none of it. */
async function millisecondsTo(page: Page, { address, until }: Shown): Promise<number> {
  await page.evaluate(`location.hash = "#/vault"`);
  await page.waitForFunction(`document.querySelector(${JSON.stringify(until)}) === null`);
  // What the screen before still asks for is answered first, and is none of this one's time.
  await page.waitForTimeout(pause);
  const taken: unknown = await page.evaluate(`new Promise((done) => {
    const link = document.body.appendChild(document.createElement("a"));
    link.href = ${JSON.stringify(address)};
    const began = performance.now();
    const look = () => document.querySelector(${JSON.stringify(until)}) === null
      ? requestAnimationFrame(look)
      : requestAnimationFrame(() => { link.remove(); done(performance.now() - began); });
    link.click();
    requestAnimationFrame(look);
  })`);
  return Number(taken);
}

async function typingFigure(page: Page) {
  await page.evaluate(`location.hash = "#/incident/${idOf("incident", 7)}"`);
  const field = page.locator("main textarea, main input[type=text]").first();
  await field.waitFor();
  await page.evaluate(`window.longest = 0; new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" })`);
  await field.click();
  await page.keyboard.type("what happened that night, as they told it. ".repeat(5), { delay: 15 });
  const value = Number(await page.evaluate("window.longest"));
  return {
    label: "longest task while typing (0: none over 50 ms)",
    value: Math.round(value),
    unit: "ms",
    target: `at most ${longestTask} ms`,
    met: value <= longestTask,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
