// The map as tables: each country by how far places are known, what lies nowhere, and every point by its degrees.
import { collator } from "@tocsin/language";
import { useState } from "react";
import type { MapCountry, MapPage, MapPoint } from "@tocsin/workspace";
import { useWords } from "../../desk.tsx";
import { Action } from "../../parts/action.tsx";
import { numberWords } from "../../words/amounts.ts";
import { countOf } from "./map-layout.ts";
import type { Looked } from "./map-question.ts";
import { countryWords, pointWords } from "./map-words.ts";

interface MapTableProps {
  readonly page: MapPage;
  /** What is counted: incidents or measures. */
  readonly about: string;
  readonly look: (looked: Looked) => void;
}

const pointsAtOnce = 50;

export function MapTable({ page, about, look }: MapTableProps) {
  const words = useWords();
  const heads = [
    ...["exact", "locality", "region", "whole"].map((name) => words.t(`pictures.map.column.${name}`)),
    words.t(`kind.${about}`),
  ];
  return (
    <table className="records">
      <caption className="hidden">{words.t("pictures.map")}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t("desk.place.country")}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(words, page).map(({ country, label, known, points }) => {
          const exact = points.reduce((sum, { count }) => sum + count, 0);
          const keys = [...points.map(({ key }) => key), ...(known === null ? [] : [known.key])];
          const cells = [exact, known?.locality ?? 0, known?.region ?? 0, known?.whole ?? 0];
          return (
            <tr key={country}>
              <th scope="row">{label}</th>
              {cells.map((cell, at) => (
                <td key={heads[at]} data-label={heads[at]} data-type="number">
                  {numberWords(words, cell)}
                </td>
              ))}
              <td data-label={heads[4]} data-type="number">
                <NumberLink
                  count={exact + (known === null ? 0 : countOf(known))}
                  looked={{ label, keys }}
                  look={look}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function PointTable({ page, about, look }: MapTableProps) {
  const words = useWords();
  const [shown, setShown] = useState(pointsAtOnce);
  const heads = [words.t("pictures.map.column.point"), words.t(`kind.${about}`)];
  const points = page.points.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  if (points.length === 0) return null;
  return (
    <>
      <h2>{words.t("pictures.map.points")}</h2>
      <table className="records">
        <caption className="hidden">{words.t("pictures.map.points")}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{words.t("desk.place.country")}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {points.slice(0, shown).map((point) => {
            const label = pointWords(words, point);
            return (
              <tr key={point.key}>
                <th scope="row">{label}</th>
                <td data-label={words.t("desk.place.country")}>{countryWords(words, point.country)}</td>
                <td data-label={heads[1]}>
                  <NumberLink count={point.count} looked={{ label, keys: [point.key] }} look={look} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown < points.length && (
        <Action onPress={() => setShown(shown + pointsAtOnce)}>{words.t("action.show-more")}</Action>
      )}
    </>
  );
}

interface NumberLinkProps {
  readonly count: number;
  readonly looked: Looked;
  readonly look: (looked: Looked) => void;
}

export function NumberLink({ count, looked, look }: NumberLinkProps) {
  const words = useWords();
  const number = numberWords(words, count);
  return (
    <button
      type="button"
      className="number-link"
      aria-label={words.t("desk.counts.look", { number, what: looked.label })}
      onClick={() => look(looked)}
    >
      {number}
    </button>
  );
}

interface Row {
  readonly country: string;
  readonly label: string;
  readonly known: MapCountry | null;
  readonly points: readonly MapPoint[];
}

function rowsOf(words: ReturnType<typeof useWords>, { points, countries }: MapPage): readonly Row[] {
  const codes = new Set([...countries, ...points].map(({ country }) => country));
  return [...codes]
    .map((country) => ({
      country,
      label: countryWords(words, country),
      known: countries.find((each) => each.country === country) ?? null,
      points: points.filter((each) => each.country === country),
    }))
    .sort((a, b) => collator(words.locale).compare(a.label, b.label));
}
