// Tells the example's open letter, which lies in examples/letter.json, by the road that people take: opened, signed, its text
// changed and translated, signed by many, and each checked by what was seen. It stays open, so that people can try the rest.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Json, type JsonObject, type RecordId } from "@tocsin/core";
import type { Workspace } from "@tocsin/workspace";
import type { Together } from "./run-together.ts";

export interface LetterParts {
  readonly workspace: Workspace;
  readonly together: Together;
}

/** Throws `SyntaxError`. */
export async function readLetter(folder: string): Promise<JsonObject> {
  return objectOf(JSON.parse(await readFile(join(folder, "letter.json"), "utf8")));
}

export async function tellLetter({ workspace, together }: LetterParts, told: JsonObject): Promise<RecordId> {
  const { organiser, addressees, zone, graceMinutes, first, text, translations } = told;
  const deadline = `${dayAfter(workspace.context.now(), numberOf(told["daysOpen"]))}T${stringOf(told["at"])}`;
  const terms = { organiser: { text: stringOf(organiser), lang: "en" }, addressees, deadline, zone };
  const opened = await workspace.run("letter.open", { ...wordsOf(first), ...terms, graceMinutes });
  const [letter] = opened.records;
  if (letter === undefined) throw bad("it was not opened");
  const sign = async (group: string, more: JsonObject): Promise<readonly Told[]> => {
    const rows = listOf(told[group]);
    const inputs = rows.map((row) => ({ letter, ...signatureOf(row), ...more }));
    const records = await together("signature.add", inputs);
    return rows.flatMap((row, at) => {
      const signature = records[at];
      return signature === undefined ? [] : [{ row, signature }];
    });
  };
  const earlier = await sign("earlier", { status: "accepted" });
  await workspace.run("letter.version", { letter, ...wordsOf(text) });
  for (const each of listOf(translations))
    await workspace.run("letter.translate", { letter, ...wordsOf(each), origin: each["origin"] });
  const signed = await sign("signers", { status: "accepted" });
  await sign("again", { status: "accepted" });
  await sign("waiting", {});
  await together("signature.verify", [...earlier, ...signed].flatMap(checkOf(told)));
  return letter;
}

interface Told {
  readonly row: JsonObject;
  readonly signature: RecordId;
}

function wordsOf(value: Json | undefined): JsonObject {
  const { lang, title, body } = objectOf(value);
  return { title: { text: stringOf(title), lang }, body: { text: stringOf(body), lang } } as JsonObject;
}

function signatureOf({ name, lang, country, also, domain, shown, came }: JsonObject): JsonObject {
  const given = { country, names: also, domain, visibility: shown, came };
  return {
    name: { text: stringOf(name), lang: stringOf(lang) },
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function checkOf({ seen, collector }: JsonObject) {
  return ({ row, signature }: Told): readonly JsonObject[] => {
    const { checked, domain } = row;
    if (checked === undefined) return [];
    // Only what was seen by an address names it; a signer who was vouched for may have none.
    const words = stringOf(objectOf(seen)[stringOf(checked)]).replace("{domain}", () => stringOf(domain));
    return [
      {
        signature,
        rung: checked,
        by: { text: stringOf(collector), lang: "zxx" },
        seen: { text: words, lang: "en" },
      },
    ];
  };
}

function dayAfter(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}

function objectOf(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw bad("an object is lacking");
  return value;
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  if (!Array.isArray(value)) throw bad("a list is lacking");
  return value.map(objectOf);
}

function stringOf(value: Json | undefined): string {
  if (typeof value !== "string") throw bad("a text is lacking");
  return value;
}

function numberOf(value: Json | undefined): number {
  if (typeof value !== "number") throw bad("a number is lacking");
  return value;
}

function bad(state: string): SyntaxError {
  return new SyntaxError(`Cannot read letter: ${state}`);
}
