// Where invented incidents happened: two countries that exist stand for any, one that does not is apart.
import type { MapPage, MapRecords } from "@tocsin/workspace";
import { ids, row, type Answer } from "./answer.ts";

const page: MapPage = {
  points: [
    { key: "467 78", latitude: 46.7, longitude: 7.8, country: "CH", count: 3 },
    { key: "-330 -605", latitude: -33, longitude: -60.5, country: "AR", count: 1 },
  ],
  countries: [
    { key: "AR", country: "AR", locality: 4, region: 2, whole: 6 },
    { key: "XA", country: "XA", locality: 0, region: 0, whole: 2 },
  ],
  nowhere: 5,
  grid: 0.1,
  statuses: [
    { status: "reported", count: 23 },
    { status: "corroborated", count: 4 },
  ],
  status: "reported",
  years: { first: 2023, last: 2025 },
  undated: 1,
};

const records: MapRecords = {
  rows: [row(ids.incident, "incident", "Threats to a brother at home")],
  total: 3,
};

export const mapAnswers: Readonly<Record<string, Answer>> = {
  "query/map": () => page,
  "query/map.records": () => records,
};
