import type { RecordPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { labelOfRecord } from "../words/label-of-record.ts";

export function RecordLabel({ page }: { readonly page: RecordPage }) {
  const desk = useDesk();
  return <bdi>{labelOfRecord(desk, page)}</bdi>;
}
