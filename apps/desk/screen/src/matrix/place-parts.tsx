// The other side of a page: of a State its commitments, of a commitment the States, each with what it holds.
import type { MatrixPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";
import { matrixAddress, type MatrixPlace } from "./matrix-address.ts";
import { commitmentWords, matrixStatusWords, rowWords } from "./matrix-words.ts";

interface PlacePartsProps {
  readonly page: MatrixPage;
  readonly place: MatrixPlace;
}

const others = ["measure", "proceeding", "assessment"] as const;

export function PlaceParts({ page: { parts, by }, place }: PlacePartsProps) {
  const { words } = useDesk();
  if (place.row !== undefined && place.commitment !== undefined) return null;
  const isOfRow = place.row !== undefined;
  const title = words.t(isOfRow ? "desk.matrix.parts.commitments" : `desk.matrix.by.${by}`);
  const statuses = [...new Set(parts.flatMap(({ incidents }) => Object.keys(incidents)))].toSorted();
  return (
    <section className="card" aria-labelledby="parts-title">
      <h2 id="parts-title">{title}</h2>
      <p className="note">{words.t("desk.matrix.parts.why")}</p>
      {/* A wide table without links could be scrolled by a mouse alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <div className="scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="counts cards">
          <caption className="hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {statuses.map((status) => (
                <th key={status} scope="col">
                  {matrixStatusWords(words, status)}
                </th>
              ))}
              {others.map((kind) => (
                <th key={kind} scope="col">
                  {words.t(`kind.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <PartRow key={part.of} part={part} place={place} statuses={statuses} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Whose promise stands in a row without being said: any other is said beside it. */
const ofRows: Readonly<Record<MatrixPlace["by"], string>> = { state: "states", company: "companies" };

interface PartRowProps {
  readonly part: MatrixPage["parts"][number];
  readonly place: MatrixPlace;
  readonly statuses: readonly string[];
}

function PartRow({ part, place, statuses }: PartRowProps) {
  const { words } = useDesk();
  const { of, label, reference, addressee, incidents } = part;
  const isOfRow = place.row !== undefined;
  const to = matrixAddress(isOfRow ? { ...place, commitment: of } : { ...place, row: of });
  return (
    <tr>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <th scope="row">
        <a href={addressOf(...to)} data-page>
          <bdi>
            {isOfRow
              ? commitmentWords(words, { reference, label })
              : rowWords(words, { by: place.by, row: of }, label)}
          </bdi>
        </a>
        {isOfRow && addressee !== null && addressee !== ofRows[place.by] && (
          <small> {codeLabel(words, "addressees", addressee)}</small>
        )}
      </th>
      {statuses.map((status) => (
        <td key={status} data-label={matrixStatusWords(words, status)}>
          {numberWords(words, incidents[status] ?? 0)}
        </td>
      ))}
      {others.map((kind) => (
        <td key={kind} data-label={words.t(`kind.${kind}`)}>
          {numberWords(words, part[`${kind}s`])}
        </td>
      ))}
    </tr>
  );
}
