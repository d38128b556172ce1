// Vocabularies of the rules that protect: why an attack is one on the defence of rights, how high an accused stands,
// whose words they are, what is kept without its bytes, and the calendars in which dates are said.
import { calendarNames } from "@tocsin/core";
import { vocabulary } from "./mapping.ts";

const own = <Code extends string>(...codes: readonly Code[]): Readonly<Record<Code, "no-list">> =>
  Object.fromEntries(codes.map((code) => [code, "no-list"])) as Readonly<Record<Code, "no-list">>;

/** What ties an attack to the defence of rights; the ways follow what SDG 16.10.1 asks of a case. */
export const defenceLinks = vocabulary({
  name: "defenceLinks",
  terms: own("because-of-work", "while-working", "state-failure", "relative-of-defender", "none", "unclear"),
});

/** Only those who answer for an office are named without having agreed to it. */
export const ranks = vocabulary({
  name: "ranks",
  terms: own(
    "private",
    "low-official",
    "middle-official",
    "senior-official",
    "head",
    "company-leader",
    "unknown",
  ),
});

export const voices = vocabulary({
  name: "voices",
  terms: own("own-words", "reported", "unclear"),
});

export const organisationKinds = vocabulary({
  name: "organisationKinds",
  terms: own(
    "defenders",
    "community",
    "media",
    "union",
    "party",
    "law-firm",
    "company",
    "state-body",
    "court",
    "international-body",
    "armed-group",
    "other",
  ),
});

/** Why a description and a hash stand in for bytes. */
export const describedReasons = vocabulary({
  name: "describedReasons",
  terms: own("intimate", "illegal-to-hold", "of-a-child", "too-dangerous", "elsewhere"),
});

export const calendars = vocabulary({ name: "calendars", terms: own(...calendarNames) });
