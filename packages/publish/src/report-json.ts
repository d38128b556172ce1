// The JSON edition: the report itself, in canonical form (RFC 8785). Specification: docs/formats/report.md.
import { encodeCanonicalText, type Json } from "@tocsin/core";
import type { Report } from "./report.ts";

/** Canonical text with a closing line feed. Its SHA-256, over all its bytes, stands in the other editions. */
export function reportToJson(report: Report): string {
  return `${encodeCanonicalText(jsonOf(report))}\n`;
}

function jsonOf(value: unknown): Json {
  if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== "object") return null;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member)]));
}
