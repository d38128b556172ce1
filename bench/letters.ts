// How long an open letter with 197 signers in six scripts takes to leave as a document, and how fast and how well signers that
// may be one are found. The signers are made up here, so that the truth is known; times of documents are the clock's, in a
// process of their own for the first one.
import { createHash } from "node:crypto";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import {
  claimed,
  letterDigest,
  letterText,
  listDigest,
  leafOf,
  mergeQueue,
  planEntries,
  sealEntries,
  type ListFile,
  type ListHead,
  type Signer,
} from "@tocsin/letters";
import { createTypesetter } from "@tocsin/node";
import { publishLetter } from "@tocsin/publish";

const signers = 197;
const rounds = 5;
const mostPdf = 1000;
const many = 2000;

export async function bench() {
  const list = listOf(signers);
  const typesetter = createTypesetter();
  const write = async (): Promise<Spent> => {
    const translator = createTranslator("en", await loadCatalogues("en"));
    return spentOn(async () => {
      const input = {
        list,
        organiser: null,
        addressees: [],
        origins: new Map(),
        madeAt: frozen,
        release: null,
      };
      const more = { approvedBy: "Example Person", tool: { name: "tocsin", version: "bench" } };
      await publishLetter({ ...input, ...more }, { translator, sha256, typesetter, isMerged: false });
    });
  };
  const first = await write();
  const warm: Spent[] = [];
  for (let round = 0; round < rounds; round += 1) warm.push(await write());
  const best = Math.min(...warm.map(({ clock }) => clock));
  const { found, wrong, time } = duplicates();
  return {
    name: `Open letters (${signers} signers in six scripts)`,
    figures: [
      pdfFigure("as PDF, the first of a process", first.clock),
      {
        label: "processor time of it, all threads",
        value: Math.round(first.processor),
        unit: "ms",
        met: true,
      },
      pdfFigure("as PDF, again", best),
      {
        label: `of ${many} signatures with 200 twice: pairs found`,
        value: found,
        unit: "",
        target: "200",
        met: found === 200,
      },
      { label: "lines of the queue that are none", value: wrong, unit: "", target: "0", met: wrong === 0 },
      { label: `the queue of ${many} signatures`, value: Math.round(time), unit: "ms", met: true },
      {
        label: "rungs of the ladder claimed without being shown",
        value: overclaimed(),
        unit: "",
        target: "0",
        met: overclaimed() === 0,
      },
    ],
    note:
      "Names, countries and duplicates are made up: spellings of real organisations differ in more ways. The first document of a " +
      "process loads the compiler and reads the faces of the scripts that the names are in; the clock counts whatever else the machine does.",
  };
}

const frozen = "2026-11-30T12:00:00Z";
const scripts = ["Example Watch", "منظمة مثال", "예시 단체", "उदाहरण संगठन", "Пример Сеть", "示例组织"];

function signerOf(at: number): Signer {
  const names = [{ text: `${scripts[at % scripts.length] ?? ""} ${letters(at)}`, lang: "und" }];
  const country = ["DE", "KE", "MX", "KR", "IN", "LB"][at % 6] ?? null;
  return {
    id: `s${at}`,
    names,
    country,
    domain: null,
    aliases: [],
    visibility: at % 25 === 7 ? "withheld" : "public",
  };
}

/** Digits alone would be folded by no script; letters keep the names apart. */
function letters(at: number): string {
  return [...String(at)].map((digit) => "abcdefghij".charAt(Number(digit))).join("");
}

function listOf(count: number): ListFile {
  const text = letterText("en", "Protect those who defend rights", "We call on all States to act.\n\nNow.");
  const standing = Array.from({ length: count }, (_, at) => ({
    ...signerOf(at),
    arrived: at,
    verified: "none" as const,
  }));
  const rules = { order: { by: "name", collation: "en" }, threshold: 5, regionOf: () => null } as const;
  let salt = 0;
  const entries = sealEntries(planEntries(standing, rules), () => `salt ${(salt += 1)}`, sha256);
  const head: ListHead = {
    text: letterDigest(text, sha256),
    translations: [],
    order: rules.order,
    closes: null,
    frozen,
  };
  const leaves = entries.map((entry) => leafOf(entry, sha256));
  return { head, texts: [text], entries, digest: listDigest(head, leaves, sha256) };
}

function duplicates(): { readonly found: number; readonly wrong: number; readonly time: number } {
  const all = Array.from({ length: many }, (_, at) => signerOf(at));
  const twice = all
    .filter((_, at) => at % 10 === 0)
    .map((each): Signer => {
      const [name = { text: "", lang: "und" }] = each.names;
      return {
        ...each,
        id: `${each.id} twice`,
        names: [{ ...name, text: `${name.text.toUpperCase()}, e.V.` }],
      };
    });
  const before = performance.now();
  const { lines } = mergeQueue([...all, ...twice], []);
  const time = performance.now() - before;
  const isTrue = ({ signatures }: (typeof lines)[number]): boolean =>
    signatures.length === 2 && signatures[1] === `${signatures[0] ?? ""} twice`;
  return { found: lines.filter(isTrue).length, wrong: lines.filter((line) => !isTrue(line)).length, time };
}

/** What was seen shows less than what was said of it. */
function overclaimed(): number {
  const check = { when: frozen, by: "Example Person", takenBack: false };
  const said = [
    { ...check, rung: "domain", seen: "office@other.example" },
    { ...check, rung: "key", seen: "they have one" },
    { ...check, rung: "register", seen: "" },
    { ...check, rung: "email", seen: "they called" },
  ];
  return said.filter((each) => claimed({ domain: "watch.example" }, [each]) !== "none").length;
}

interface Spent {
  readonly clock: number;
  readonly processor: number;
}

async function spentOn(act: () => Promise<void>): Promise<Spent> {
  const [from, used] = [performance.now(), process.cpuUsage()];
  await act();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - from, processor: (user + system) / 1000 };
}

function pdfFigure(label: string, clock: number) {
  return { label, value: Math.round(clock), unit: "ms", target: `under ${mostPdf}`, met: clock < mostPdf };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
