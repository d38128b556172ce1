// The page of a State, of a company, of a commitment, or of one cell: each number opens what it counts, and everything leads
// to the evidence that it rests on.
import { useState } from "react";
import type { Translator } from "@tocsin/language";
import type { MatrixPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go, PrintAction } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { isNothingHere, NothingHere } from "../parts/nothing-here.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { TablesNotice } from "../records/tables-notice.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { Assess } from "../assessing/assess-this.tsx";
import { AssessedHere } from "./assessed-here.tsx";
import { BehindCell } from "./behind-cell.tsx";
import { LeaveMatrix } from "./leave-matrix.tsx";
import { matrixAddress, type MatrixPlace } from "./matrix-address.ts";
import { MatrixRules } from "./matrix-rules.tsx";
import { commitmentWords, rowWords } from "./matrix-words.ts";
import { OpenNumber } from "./open-number.tsx";
import { PlaceParts } from "./place-parts.tsx";
import { Quarters } from "./quarters.tsx";
import { encodeShown, shownWords, type ShownNumber } from "./shown-number.ts";
import { Trail } from "./trail.tsx";
import { Victims } from "./victims.tsx";

export function PlaceScreen({ place }: { readonly place: MatrixPlace }) {
  const { words } = useDesk();
  const asked = useQuery<MatrixPage>("matrix.page", place);
  const page = asked.value;
  const list = { to: matrixAddress({ by: place.by }), label: words.t("desk.matrix.title") };
  if (isNothingHere(asked.error)) return <NothingHere {...list} />;
  if (page === null)
    return (
      <>
        <TablesNotice />
        <Waiting error={asked.error} />
      </>
    );
  if (leadsNowhere(words, page, place)) return <NothingHere {...list} />;
  const row = place.row === undefined ? null : rowWords(words, place, page.rowLabel);
  const commitment = page.commitment === null ? null : commitmentWords(words, page.commitment);
  const title = [row, commitment].filter((each) => each !== null).join(" · ");
  return (
    <article className="page wide matrix-place">
      <Crumbs
        trail={[
          { label: words.t("desk.matrix.title"), to: matrixAddress({ by: place.by }) },
          ...(row !== null && commitment !== null
            ? [{ label: row, to: matrixAddress({ by: place.by, row: place.row ?? "" }) }]
            : []),
        ]}
      />
      <div className="title-line">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </div>
      <Links place={place} commitment={commitment} />
      <TablesNotice />
      <div className="cols">
        <div>
          <Numbers page={page} place={place} title={title} />
          <Victims page={page} place={place} />
          <Quarters page={page} />
          <AssessedHere page={page} />
          <Trail place={place} />
          <PlaceParts page={page} place={place} />
          <LeaveMatrix place={place} />
        </div>
        <MatrixRules rules={page.rules} countingRules={page.countingRules} />
      </div>
    </article>
  );
}

/** No State has the code, no organisation the name, or no commitment is there: zeros would look as if somebody had counted. */
function leadsNowhere(words: Translator, page: MatrixPage, { by, row, commitment }: MatrixPlace): boolean {
  if (commitment !== undefined && page.commitment === null) return true;
  if (row === undefined || row === "?") return false;
  return by === "company" ? page.rowLabel === "" : codeLabel(words, "countries", row) === row;
}

interface LinksProps {
  readonly place: MatrixPlace;
  readonly commitment: string | null;
}

/** To the records that the page is about, and to the other side of a cell. */
function Links({ place, commitment: named }: LinksProps) {
  const { words } = useDesk();
  const { by, row, commitment } = place;
  if (commitment === undefined && by === "state") return <OfState row={row ?? "?"} />;
  return (
    <p className="actions no-print">
      {commitment !== undefined && row !== undefined && (
        <a href={addressOf(...matrixAddress({ by, commitment }))} data-page>
          {words.t("desk.matrix.page-of", { what: named ?? words.t("kind.commitment.one") })}
        </a>
      )}
      {commitment !== undefined && (
        <a href={addressOf("commitment", commitment)}>{words.t("kind.commitment.one")}</a>
      )}
      {by === "company" && row !== undefined && (
        <a href={addressOf("organisation", row)}>{words.t("kind.organisation.one")}</a>
      )}
    </p>
  );
}

/** Not of records that name no State. */
function OfState({ row }: { readonly row: string }) {
  const { words } = useDesk();
  if (row === "?") return null;
  return (
    <p className="actions no-print">
      <Assess subject="state" id={row} />
      <Go to={["write", "for", "country", row]}>{words.t("writing.begin")}</Go>
    </p>
  );
}

interface NumbersProps {
  readonly page: MatrixPage;
  readonly place: MatrixPlace;
  readonly title: string;
}

function Numbers({ page, place, title }: NumbersProps) {
  const { words } = useDesk();
  const [opened, setOpened] = useState<ShownNumber | null>(null);
  const numbers: readonly (ShownNumber & { readonly count: number })[] = [
    ...Object.entries(page.incidents).map(([status, count]) => ({
      kind: "incident" as const,
      status,
      count,
    })),
    { kind: "measure", count: page.measures },
    { kind: "proceeding", count: page.proceedings },
    { kind: "assessment", count: page.assessed },
  ];
  const { evidence, findings, sources, of } = page.restsOn;
  return (
    <section className="card" aria-labelledby="numbers-title">
      <h2 id="numbers-title">{words.t("desk.matrix.recorded")}</h2>
      {Object.keys(page.incidents).length === 0 && (
        <p className="note">{words.t("desk.matrix.no-incidents")}</p>
      )}
      <ul className="plain numbers">
        {numbers.map(({ count, ...shown }) => (
          <li key={encodeShown(shown)}>
            <span>{shownWords(words, shown)}</span>
            <OpenNumber
              count={count}
              what={`${shownWords(words, shown)}, ${title}`}
              open={() => setOpened(shown)}
            />
          </li>
        ))}
      </ul>
      {of > 0 && <p>{words.t("desk.matrix.rests-on", { evidence, findings, sources, of })}</p>}
      {opened !== null && (
        <BehindCell
          place={place}
          shown={opened}
          title={`${shownWords(words, opened)} · ${title}`}
          close={() => setOpened(null)}
        />
      )}
    </section>
  );
}
