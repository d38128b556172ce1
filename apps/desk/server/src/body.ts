// What comes in with a request, as the types that the routes need.
import type { Context } from "hono";
import { isJsonObject, type Json } from "@tocsin/core";
import type { LanguageText } from "@tocsin/records";
import { DeskError } from "./errors.ts";

/** What a person keeps of an examination comes in one request. */
const maximumBody = 4 * 1024 * 1024;

export type Body = Readonly<Record<string, Json>>;

/** Throws `desk.bad-request` on anything but a JSON object, `desk.too-large` beyond the limit. */
export async function readBody(context: Context, most = maximumBody): Promise<Body> {
  const text = Buffer.from(await collect(context.req.raw.body, most)).toString("utf8");
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch (cause) {
    throw badRequest("it is not JSON", cause);
  }
  throw badRequest("it is not a JSON object");
}

/** The bytes of a file that comes with a request. Throws `desk.too-large` beyond `most`. */
export function readBytes(context: Context, most: number): Promise<Uint8Array> {
  return collect(context.req.raw.body, most);
}

/** Counts what comes: what a request says of its own length may be wrong, or missing. */
async function collect(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length <= most) parts.push(part);
    // Whoever sends a little too much hears so; reading on for ever would be a way to keep us busy.
    else if (length > 4 * most) break;
  }
  if (length > most) throw new DeskError("desk.too-large", "Cannot read request: it is too large");
  return Buffer.concat(parts);
}

export function integerOf(body: Body, name: string): number {
  const value = body[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw badRequest(`"${name}" is no whole number`);
  return value;
}

export function stringOf(body: Body, name: string): string {
  const value = optionalString(body, name);
  if (value === undefined) throw badRequest(`"${name}" is missing`);
  return value;
}

export function optionalString(body: Body, name: string): string | undefined {
  const value = body[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function stringsOf(body: Body, name: string): readonly string[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value) || !value.every((each): each is string => typeof each === "string"))
    throw badRequest(`"${name}" is not a list of texts`);
  return value;
}

export function textOf(body: Body, name: string, lang: string): LanguageText | undefined {
  const text = optionalString(body, name);
  return text === undefined ? undefined : { text, lang };
}

function badRequest(state: string, cause?: unknown): DeskError {
  return new DeskError("desk.bad-request", `Cannot read request: ${state}`, { cause });
}
