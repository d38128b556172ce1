import type { RecordPage } from "@tocsin/workspace";

export type LinkedRows = RecordPage["linked"][number];
