// The beginning of the road by the command line: bytes are sealed and examined, and what is found becomes an incident in a
// State. All of it is invented.
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "vitest";
import { createPlace } from "./cli-process.ts";

const examples = resolve(import.meta.dirname, "../examples");

export interface Listed {
  readonly rows: readonly { readonly id: string; readonly label: string }[];
}

/** What of a number of a released matrix its tests look into. */
export interface Exported {
  readonly numbers: readonly {
    readonly row: string;
    readonly reference: string;
    readonly counted: string;
    readonly status: string;
    readonly count: number;
    readonly records: readonly string[];
    readonly opens: readonly string[];
    readonly evidence: readonly string[];
  }[];
}

export type Road = ReturnType<typeof createRoad>;

/** A place with the examples of the program, and commands on one vault in it. */
export function createRoad() {
  const place = createPlace();
  const at = (name: string): string => join(place.folder, name);
  const vault = {
    TOCSIN_VAULT: at("vault"),
    TOCSIN_PASSPHRASE: "a sentence for this journey and no other",
  };
  for (const name of ["measurements", "phone", "indicators"])
    cpSync(join(examples, name), at(name), { recursive: true });
  /** An examination that found something ends with 10. */
  const tocsin = async (args: readonly string[], codes: readonly number[] = [0]): Promise<string> => {
    const ended = await place.run(args, vault);
    const told = [args.join(" "), codes.includes(ended.code ?? -1) ? "" : `${ended.code} ${ended.said}`];
    expect(told).toEqual([args.join(" "), ""]);
    return ended.out;
  };
  // What tests look into; what has another shape fails there.
  const json = async <Answer>(...args: readonly string[]): Promise<Answer> =>
    JSON.parse(await tocsin([...args, "--json"])) as Answer;
  const wrote = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await json<{ readonly records: readonly string[] }>(...args, "--text-lang", "en")).records;
  const road = { place, at, vault, tocsin, json, wrote };
  return {
    ...road,
    /**
     * Seals a file or folder, examines it there, and takes one finding into a case, as an incident in a State: the first one
     * that suggests an act of these.
     */
    examined: (path: string, taken: Taken) => examined(road, path, taken),
  };
}

interface Taken {
  readonly country: string;
  /** Beginning of the code of an act. */
  readonly act: string;
  /** Further options of the examination. */
  readonly more?: readonly string[];
}

interface Commands {
  at(name: string): string;
  tocsin(args: readonly string[], codes?: readonly number[]): Promise<string>;
  json<Answer>(...args: readonly string[]): Promise<Answer>;
  wrote(...args: readonly string[]): Promise<readonly string[]>;
}

async function examined(
  { at, tocsin, json, wrote }: Commands,
  path: string,
  { country, act, more = [] }: Taken,
): Promise<string> {
  const { record } = await json<{ readonly record: string }>("evidence", "add", at(path), "--title", path);
  const known = new Set((await json<Listed>("record", "list", "finding")).rows.map(({ id }) => id));
  await tocsin(["evidence", "examine", record, "--keep", "--consent", "They agreed.", ...more], [0, 10]);
  const found = (await json<Listed>("record", "list", "finding")).rows.filter(({ id }) => !known.has(id));
  for (const { id } of found) {
    const made = await wrote("finding", "take", "--finding", id, "--title", `From ${path}`);
    const incident = made[2] ?? "";
    const { kind, values } = await json<{
      readonly kind: string;
      readonly values: { readonly acts?: readonly string[] };
    }>("record", "show", incident);
    expect(kind).toBe("incident");
    if ((values.acts ?? []).every((each) => !each.startsWith(act))) continue;
    await wrote("record", "change", incident, "--set", `where=${country}`);
    return incident;
  }
  throw new Error(`nothing that suggests ${act} was found in ${path}`);
}
