import type { RecordId } from "@tocsin/core";
import type { RecordRow } from "@tocsin/records";
import type { SqlRow } from "./sql.ts";

export const recordColumns =
  "record.id, record.kind, record.label, record.lang, record.sort, record.created, record.updated";

export function recordRowOf([id, kind, label, lang, sort, created, updated]: SqlRow): RecordRow {
  return {
    id: String(id) as RecordId,
    kind: String(kind),
    label: String(label),
    labelLang: String(lang),
    sort: Number(sort),
    created: Number(created),
    updated: Number(updated),
  };
}
