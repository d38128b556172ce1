// How a part of a draft saves itself as it is typed: by the same ways as the fields of any record.
import { useEffect, useMemo } from "react";
import type { Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { DocumentPagePart } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import type { FieldSaves } from "../records/field-saves.ts";
import { someFields } from "../records/special/some-fields.ts";

export type WrittenPart = DocumentPagePart["written"][number];
export type PartValues = Readonly<Record<string, Json>>;

export interface PartSaving {
  readonly saves: FieldSaves;
  readonly values: PartValues;
  readonly fields: readonly FormField[];
}

export function usePartSaves({ record, text, records }: WrittenPart, label: string): PartSaving {
  const desk = useDesk();
  const { saves: book } = desk;
  const fields = someFields(desk, "documentPart", { names: ["text", "records"] });
  const key = JSON.stringify({
    ...(text === null ? {} : { text: { text: text.text, lang: text.lang } }),
    ...(records.length === 0 ? {} : { records }),
  });
  const values = useMemo(() => JSON.parse(key) as PartValues, [key]);
  const saves = book.of({ kind: "documentPart", record, label, fields, values });
  useEffect(() => book.show(record), [book, record]);
  useEffect(() => saves.take(values), [saves, values]);
  return { saves, values, fields };
}
