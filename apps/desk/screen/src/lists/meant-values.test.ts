import { createTranslator, loadCatalogues } from "@tocsin/language";
import type { FormField } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import type { Definitions, KnownKind } from "../api/contract/definitions.ts";
import { createMeantValues } from "./meant-values.ts";

const field = (name: string, more: Partial<FormField>): FormField => ({
  name,
  type: "code",
  label: `incident.${name}`,
  many: false,
  ...more,
});
const kindOf = (kind: string, stretch: string, fields: readonly FormField[]): KnownKind => ({
  form: { kind, label: `kind.${kind}`, fields },
  view: {
    kind,
    label: `kind.${kind}`,
    stretch,
    labelField: "title",
    columns: [],
    facets: fields.map(({ name }) => name).filter((name) => name !== "source"),
    sort: null,
    choices: [],
    sorts: [],
  },
});
const term = (code: string, also = "") => ({ code, engages: [], ask: [], also });
const definitions: Pick<Definitions, "kinds" | "vocabularies"> = {
  kinds: [
    kindOf("incident", "incidents", [
      field("acts", { type: "codes", vocabulary: "acts", many: true }),
      field("where", { type: "place" }),
      field("source", { vocabulary: "acts" }),
    ]),
    kindOf("secret", "hidden", [field("acts", { vocabulary: "acts" })]),
  ],
  vocabularies: {
    acts: { open: true, terms: [term("legal.arrest", "detention"), term("account.phishing")] },
    countries: { open: false, terms: [term("EG"), term("NE")] },
  },
};
const meant = async (locale: string, typed: string) =>
  createMeantValues(createTranslator(locale, await loadCatalogues(locale)), definitions)(typed);

describe("values that somebody may mean", () => {
  it("are found by beginnings of words in the reader's language, with the field they are a value of", async () => {
    expect(await meant("en", "Egy")).toMatchObject([{ kind: "incident", field: "where", value: "EG" }]);
    expect(await meant("fr", "égypte")).toMatchObject([{ field: "where", value: "EG" }]);
    expect(await meant("ar", "مصر")).toMatchObject([{ field: "where", value: "EG" }]);
    expect(await meant("en", "phishing")).toMatchObject([{ field: "acts", value: "account.phishing" }]);
  });
  it("are found by what a term is also looked for by", async () => {
    expect(await meant("en", "detent")).toMatchObject([{ value: "legal.arrest" }]);
  });
  it("are none for what stands inside a word, for two letters, and in what no list is narrowed by", async () => {
    expect(await meant("en", "gypt")).toEqual([]);
    expect(await meant("en", "eg")).toEqual([]);
    expect((await meant("en", "arrest")).map(({ field: name }) => name)).toEqual(["acts"]);
  });
});
