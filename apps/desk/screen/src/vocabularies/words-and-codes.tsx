// Words and codes: the terms that records are made of, each with what it means, its codes elsewhere and where that is from.
import { useState } from "react";
import { isMeant } from "@tocsin/language";
import type { TermPage, VocabularyPage } from "../api/contract/vocabulary.ts";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { navigate } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel, definitionOf, textOr } from "../words/labels.ts";
import { TermEntry } from "./term-entry.tsx";

export function WordsAndCodes({ vocabulary }: { readonly vocabulary: string }) {
  const { words, definitions } = useDesk();
  const asked = useQuery<VocabularyPage | null>("vocabulary", { name: vocabulary });
  const names = Object.keys(definitions.vocabularies);
  const { compare } = new Intl.Collator(words.locale);
  const choices = names
    .map((name) => ({ id: name, label: textOr(words, `vocabulary.${name}`, name) }))
    .toSorted((a, b) => compare(a.label, b.label));
  return (
    <article className="page">
      <h1>{words.t("desk.words.title")}</h1>
      <p className="lead">{words.t("desk.words.intro")}</p>
      <SelectField
        label={words.t("desk.words.vocabulary")}
        value={vocabulary}
        choices={choices}
        choose={(name) => navigate("words", name)}
        canBeEmpty={false}
      />
      {asked.value === null ? <Waiting error={asked.error} /> : <Terms key={vocabulary} page={asked.value} />}
    </article>
  );
}

function Terms({ page }: { readonly page: VocabularyPage }) {
  const { words, definitions } = useDesk();
  const [typed, setTyped] = useState("");
  const isNames = page.name === "countries" || page.name === "areas";
  const said = ({ code, also }: TermPage): string =>
    [
      codeLabel(words, page.name, code),
      code,
      definitionOf(words, page.name, code) ?? "",
      textOr(words, `${page.name}.${code}.example`, ""),
      also,
    ].join(" ");
  const labelOf = (term: TermPage): string => codeLabel(words, page.name, term.code);
  const { compare } = new Intl.Collator(words.locale);
  // A tree keeps its order; names are looked for by the alphabet of the reader.
  const terms =
    definitions.vocabularies[page.name]?.byLabel === true
      ? page.terms.toSorted((a, b) => compare(labelOf(a), labelOf(b)))
      : page.terms;
  const found = typed.trim() === "" ? terms : terms.filter((term) => isMeant(said(term), typed));
  return (
    <>
      <p className="note">
        {words.t("desk.words.reviewed")}:{" "}
        {words.t(isNames ? "meta.reviewed.countries" : "meta.reviewed.vocabularies")}
      </p>
      <From page={page} />
      <FormField label={words.t("desk.words.find")} value={typed} change={setTyped} />
      <p className="note" aria-live="polite">
        {words.t("desk.words.found", { count: found.length })}
      </p>
      <ul className="terms">
        {found.map((term) => (
          <li key={term.code} style={{ marginInlineStart: `${term.depth * 1.5}rem` }}>
            <TermEntry page={page} term={term} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the codes of the list are from, and whether anybody outside has looked at them. */
function From({ page: { from } }: { readonly page: VocabularyPage }) {
  const { words } = useDesk();
  return (
    <p className="note">
      {words.t("desk.words.from")}: <bdi lang="en">{from.sources.join(" ")}</bdi>{" "}
      {words.t("desk.words.dated")}: <bdi>{from.dates.map((date) => dateWords(words, date)).join(" · ")}</bdi>
      . {words.t("desk.words.checked")}: {words.t(`desk.words.checked.${from.checked}`)}
    </p>
  );
}
