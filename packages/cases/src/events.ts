// Vocabularies of events: how they belong together, how exactly they are dated, what we hold of them.
import { vocabulary } from "./mapping.ts";

/** How one incident belongs to another. */
export const eventLinks = vocabulary({
  name: "eventLinks",
  list: "L22",
  terms: {
    before: "01",
    contains: "02",
    causes: "03",
    parallel: "11",
    "part-of": "21",
    after: "22",
    "result-of": "23",
    "reprisal-for": "not-seen",
    "same-campaign": "not-seen",
  },
});

/** How exactly a date is known; an EDTF date says the same by its form. */
export const datePrecision = vocabulary({
  name: "datePrecision",
  extensible: false,
  list: "L48",
  terms: {
    exact: "not-seen",
    estimate: "01",
    "day-unknown": "02",
    "day-and-month-unknown": "03",
  },
});

/** What we hold of the whole event, as HURIDOCS words it. */
export const violationStatus = vocabulary({
  name: "violationStatus",
  extensible: false,
  list: "L41",
  terms: {
    "confirmed-violation": "0101",
    "confirmed-similar": "0102",
    "confirmed-none": "0103",
    likely: "04",
    possible: "03",
    unlikely: "02",
    unknown: "99",
  },
});
