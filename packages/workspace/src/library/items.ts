// Released values of a record in, an item of the library out. Nothing that a release rule holds back passes through here.
import { technologiesNamedBy } from "@tocsin/cases";
import { parsePlace, placeParts, type Json, type RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import {
  itemKinds,
  type FacetName,
  type ItemEdition,
  type ItemKind,
  type LibraryItem,
} from "@tocsin/library";
import { pathOf, valuesOf, type RecordState } from "@tocsin/records";
import { codesIn, flagIn, integerIn, linkIn, linksIn, stringIn, textIn, type Values } from "../values.ts";
import { bareItem } from "./bare-item.ts";
import { editionsOf } from "./item-texts.ts";
import type { LibraryRecords } from "./read-library.ts";
import { slugOf } from "./slug-of.ts";

export interface ItemContext {
  readonly records: LibraryRecords;
  readonly translators: ReadonlyMap<string, Translator>;
  /** Of a commitment: `C-SPY-1`, or its slug where it has no reference of its own. */
  readonly commitmentCode: (id: RecordId) => string;
  /** Records that are in the library. */
  readonly isIn: (id: RecordId) => boolean;
}

export function resourceItem(state: RecordState, context: ItemContext): LibraryItem {
  const out = context.records.released(state).values;
  const editions = editionsOf(
    { title: out["title"], titleIn: out["titleIn"] },
    { text: out["summary"], textIn: out["summaryIn"] },
  );
  return {
    ...emptyItem(state, kindOfResource(out)),
    editions: editions.map((edition) => ({ ...edition, body: standingOf(out, edition, context) })),
    authors: codesIn(out["authors"]),
    dated: stringIn(out["dated"]),
    source: textIn(out["publisher"]),
    address: stringIn(out["address"]),
    copy: copyOf(out, context),
    facets: facetsOf(context, {
      country: codesIn(out["countries"]),
      theme: codesIn(out["themes"]),
      technology: codesIn(out["technologies"]),
      commitments: linksIn(out["commitments"]),
      dated: stringIn(out["dated"]),
    }),
    related: relatedOf(context, [...linksIn(out["related"]), ...linksIn(out["commitments"])]),
    licence: stringIn(out["licence"]),
    changed: `${new Date(state.updated.at).toISOString().slice(0, 10)}T00:00:00Z`,
  };
}

function kindOfResource(out: Values): ItemKind {
  return itemKinds.find((each) => each === stringIn(out["resourceKind"])) ?? "article";
}

/** Whether anybody compared the facts with the document, and where they are from: in the language of the edition. */
function standingOf(out: Values, { lang }: ItemEdition, { translators }: ItemContext): string {
  const translator = translators.get(lang) ?? [...translators.values()][0];
  if (translator === undefined) return "";
  const { t } = translator;
  const words = stringIn(out["summaryOf"]);
  const sources = codesIn(out["sources"]);
  return (
    [
      ...(words === null ? [] : [t(`library.leaves.words.${words}`)]),
      t(flagIn(out["checked"]) === true ? "library.leaves.checked" : "library.leaves.unchecked"),
      ...(sources.length === 0 ? [] : [t("library.leaves.facts-from", { sources: sources.join("; ") })]),
    ]
      .join("\n\n")
      // Marks of direction of the catalogue: what leaves has visible characters alone.
      .replace(/[\u2066-\u2069]/g, "")
  );
}

function copyOf(out: Values, { records }: ItemContext): LibraryItem["copy"] {
  const id = linkIn(out["copy"]);
  const evidence = id === null ? undefined : records.byId.get(id);
  if (evidence === undefined) return null;
  const { values } = records.released(evidence);
  const [sha256, bytes] = [stringIn(values["sha256"]), integerIn(values["size"])];
  if (sha256 === null || bytes === null) return null;
  return {
    sha256,
    bytes,
    mediaType: stringIn(values["mediaType"]) ?? "application/octet-stream",
    file: null,
  };
}

/** A case as its incidents tell it: title, month and region of each. */
export function caseItem(
  state: RecordState,
  incidents: readonly RecordState[],
  context: ItemContext,
): LibraryItem {
  const { records } = context;
  const out = records.released(state).values;
  const told = incidents.map((each) => records.released(each).values);
  const [edition] = editionsOf({ title: out["title"] });
  const line = (values: Values): string => lineOf(values, edition?.lang ?? "", context);
  const dates = told.flatMap((each) => stringIn(each["when"]) ?? []).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  const commitments = told.flatMap((each) => linksIn(each["commitments"]));
  const acts = told.flatMap((each) => codesIn(each["acts"]));
  return {
    ...emptyItem(state, "case"),
    editions:
      edition === undefined ? [] : [{ ...edition, body: told.map(line).filter(Boolean).join("\n\n") }],
    dated:
      first === undefined || last === undefined || first === last || `${first}${last}`.includes("/")
        ? (first ?? null)
        : `${first}/${last}`,
    facets: facetsOf(context, {
      country: told.flatMap((each) => [...countryOf(each["where"]), ...codeOf(each["originState"])]),
      theme: themesOf(context, commitments),
      act: acts,
      technology: technologiesNamedBy("acts", acts),
      commitments,
      dated: first ?? null,
    }),
    related: relatedOf(context, [...commitments, ...answersTo(context, state, incidents)]),
    // To the month alone: when somebody works on a case is nobody's business.
    changed: monthOf(Math.max(state.updated.at, ...incidents.map(({ updated }) => updated.at))),
  };
}

function lineOf(values: Values, lang: string, context: ItemContext): string {
  const title = textIn(values["title"])?.text ?? "";
  const around = [stringIn(values["when"]), placeOf(values["where"], lang, context)].filter(
    (each) => each !== null,
  );
  return around.length === 0 ? title : `${title} (${around.join(", ")})`;
}

/** Measures and proceedings that are about what happened in it. */
function answersTo(
  { records }: ItemContext,
  { id }: RecordState,
  incidents: readonly RecordState[],
): readonly RecordId[] {
  const own = new Set([id, ...incidents.map((each) => each.id)]);
  return [...records.of("measure"), ...records.of("proceeding")].flatMap((state) => {
    const values = valuesOf(state);
    const about = [
      ...linksIn(values["incidents"]),
      ...[linkIn(values["case"])].flatMap((each) => each ?? []),
    ];
    return about.some((each) => own.has(each)) ? [state.id] : [];
  });
}

export function measureItem(state: RecordState, context: ItemContext): LibraryItem {
  const out = context.records.released(state).values;
  const commitments = linksIn(out["commitments"]);
  return {
    ...emptyItem(state, "measure"),
    editions: editionsOf({ title: out["title"] }, { text: out["words"], textIn: out["wordsIn"] }).map(
      (edition) => ({
        ...edition,
        body: paragraphsOf(out, edition.lang, ["legalBasis", "statedReason", "technology"]),
      }),
    ),
    dated: stringIn(out["when"]),
    source: textIn(out["authority"]),
    facets: facetsOf(context, {
      country: [...codeOf(out["country"]), ...countryOf(out["where"])],
      technology: [
        ...codesIn(out["technologies"]),
        ...technologiesNamedBy("measureKinds", codeOf(out["measureKind"])),
      ],
      theme: themesOf(context, commitments),
      commitments,
      dated: stringIn(out["when"]),
    }),
    related: relatedOf(context, commitments),
    changed: monthOf(state.updated.at),
  };
}

export function proceedingItem(state: RecordState, context: ItemContext): LibraryItem {
  const out = context.records.released(state).values;
  const commitments = linksIn(out["commitments"]);
  return {
    ...emptyItem(state, "proceeding"),
    editions: editionsOf({ title: out["title"] }).map((edition) => ({
      ...edition,
      body: paragraphsOf(out, edition.lang, ["legalBasis"]),
    })),
    dated: stringIn(out["filed"]),
    source: textIn(out["forum"]),
    facets: facetsOf(context, {
      country: codeOf(out["country"]),
      theme: themesOf(context, commitments),
      commitments,
      dated: stringIn(out["filed"]),
    }),
    related: relatedOf(context, commitments),
    changed: monthOf(state.updated.at),
  };
}

/** Commitments that the program comes with are told in each language of the pages; an organisation's own as they stand. */
export function commitmentItem(state: RecordState, context: ItemContext): LibraryItem {
  const out = context.records.released(state).values;
  const reference = stringIn(out["reference"]);
  const builtIn = reference === null ? [] : catalogueEditions(reference, context);
  const editions = builtIn.length > 0 ? builtIn : editionsOf({ title: out["title"] }, { text: out["words"] });
  const sources = codesIn(out["sources"]);
  return {
    ...emptyItem(state, "commitment"),
    editions: editions.map((edition) => ({ ...edition, body: standingOf(out, edition, context) })),
    source: textOf(stringIn(out["instrument"])),
    address: sources.flatMap((each) => /<(https?:[^<>]+)>$/.exec(each)?.[1] ?? [])[0] ?? null,
    facets: facetsOf(context, { theme: codeOf(out["theme"]), commitments: [state.id], dated: null }),
    changed: `${new Date(state.created.at).toISOString().slice(0, 10)}T00:00:00Z`,
  };
}

function catalogueEditions(reference: string, { translators }: ItemContext): readonly ItemEdition[] {
  const [title, text] = [`commitment.${reference}.label`, `commitment.${reference}.text`];
  return [...translators].flatMap(([lang, translator]) => {
    if (!translator.has(title) || translator.translate(title).fallback) return [];
    const excerpt = translator.has(text) ? translator.t(text) : "";
    return [
      {
        lang,
        isOriginal: lang === "en",
        translatedBy: null,
        title: translator.t(title),
        excerpt,
        body: "",
      },
    ];
  });
}

function textOf(text: string | null): LibraryItem["source"] {
  return text === null ? null : { text, lang: "zxx" };
}

function emptyItem({ id, updated }: RecordState, kind: ItemKind): LibraryItem {
  return bareItem(slugOf(id), kind, monthOf(updated.at));
}

interface Found {
  readonly country?: readonly string[];
  readonly theme?: readonly string[];
  readonly act?: readonly string[];
  readonly technology?: readonly string[];
  readonly commitments: readonly RecordId[];
  readonly dated: string | null;
}

function facetsOf(
  { commitmentCode }: ItemContext,
  { commitments, dated, ...rest }: Found,
): LibraryItem["facets"] {
  const year = /^-?\d{4}/.exec(dated ?? "")?.[0];
  const found: Record<FacetName, readonly string[]> = {
    country: rest.country ?? [],
    theme: rest.theme ?? [],
    act: rest.act ?? [],
    commitment: commitments.map(commitmentCode),
    // Under a wider one stands what is under a finer one, too.
    technology: (rest.technology ?? []).flatMap(pathOf),
    year: year === undefined ? [] : [year],
  };
  const told = Object.entries(found).flatMap(([name, codes]) =>
    codes.length === 0 ? [] : [[name, [...new Set(codes)].sort()] as const],
  );
  return Object.fromEntries(told);
}

function relatedOf({ isIn }: ItemContext, ids: readonly RecordId[]): readonly string[] {
  return [...new Set(ids)].filter(isIn).map(slugOf);
}

function themesOf({ records }: ItemContext, commitments: readonly RecordId[]): readonly string[] {
  return commitments.flatMap((id) => {
    const state = records.byId.get(id);
    return state === undefined ? [] : codeOf(records.released(state).values["theme"]);
  });
}

/** What is written in the language of the edition; the rest would be read in the wrong one. */
function paragraphsOf(out: Values, lang: string, fields: readonly string[]): string {
  return fields
    .flatMap((field) => textIn(out[field]) ?? [])
    .flatMap((each) => (each.lang === lang ? [each.text] : []))
    .join("\n\n");
}

function codeOf(value: Json | undefined): readonly string[] {
  const code = stringIn(value);
  return code === null ? [] : [code];
}

function countryOf(value: Json | undefined): readonly string[] {
  return value === undefined ? [] : codeOf(parsePlace(value).country);
}

function placeOf(value: Json | undefined, lang: string, { translators }: ItemContext): string | null {
  if (value === undefined) return null;
  const place = parsePlace(value);
  const translator = translators.get(lang) ?? [...translators.values()][0];
  const country = place.country === undefined ? [] : [countryWords(place.country, translator)];
  const parts = [...placeParts(place), ...country];
  return parts.length === 0 ? null : parts.join(", ");
}

function countryWords(code: string, translator: Translator | undefined): string {
  const key = `countries.${code}.label`;
  return translator?.has(key) === true ? translator.t(key) : code;
}

function monthOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 7)}-01T00:00:00Z`;
}
