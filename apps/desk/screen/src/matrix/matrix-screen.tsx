// States, or companies, by commitment: one number of each cell at a time, as a picture and as a grid that says the same, or
// as the page of a row, a column or a cell.
import { useMemo, useState } from "react";
import type { Translator } from "@tocsin/language";
import type { Matrix, MatrixRows } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { PrintAction } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { TablesNotice } from "../records/tables-notice.tsx";
import { navigate, type Route } from "../router.ts";
import { useNarrow } from "../shell/use-narrow.ts";
import { numberWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";
import { BehindCell } from "./behind-cell.tsx";
import { addressedTo, laidOut, type LaidOut } from "./laid-out.ts";
import { LeaveMatrix } from "./leave-matrix.tsx";
import { matrixAddress, matrixPlace } from "./matrix-address.ts";
import { MatrixGrid, type ChosenCell } from "./matrix-grid.tsx";
import { MatrixList } from "./matrix-list.tsx";
import { MatrixPicture } from "./matrix-picture.tsx";
import { MatrixRules } from "./matrix-rules.tsx";
import { PlaceScreen } from "./place-screen.tsx";
import { choicesIn, encodeShown, parseShown, shownWords, type ShownNumber } from "./shown-number.ts";

export function MatrixScreen({ rest }: { readonly rest: Route }) {
  const place = matrixPlace(rest);
  if (place !== null) return <PlaceScreen key={rest.join("/")} place={place} />;
  const by = rest[0] === "company" ? "company" : "state";
  return <Whole key={by} by={by} />;
}

function Whole({ by }: { readonly by: MatrixRows }) {
  const { words } = useDesk();
  const asked = useQuery<Matrix>("matrix", { by });
  return (
    <article className="page wide">
      <div className="title-line">
        <h1>{words.t(by === "company" ? "desk.matrix.title.company" : "desk.matrix.title")}</h1>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </div>
      <p className="note">{words.t("desk.matrix.why")}</p>
      <TablesNotice />
      {asked.value === null ? <Waiting error={asked.error} /> : <Shown matrix={asked.value} />}
    </article>
  );
}

function Shown({ matrix: whole }: { readonly matrix: Matrix }) {
  const { words } = useDesk();
  const [addressee, setAddressee] = useState(() => firstAddressee(whole));
  const matrix = useMemo(() => addressedTo(whole, addressee), [whole, addressee]);
  const choices = choicesIn(matrix);
  const [typed, setTyped] = useState<string | null>(null);
  const [first] = choices;
  const isThere = choices.some((each) => encodeShown(each) === typed);
  const chosen = isThere && typed !== null ? typed : first === undefined ? "" : encodeShown(first);
  return (
    <>
      <form className="choices-line no-print" onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label={words.t("desk.matrix.rows")}
          value={matrix.by}
          choices={(["state", "company"] as const).map((id) => ({
            id,
            label: words.t(`desk.matrix.by.${id}`),
          }))}
          choose={(by) => navigate(...matrixAddress({ by: by === "company" ? "company" : "state" }))}
          canBeEmpty={false}
        />
        <SelectField
          label={words.t("desk.matrix.number")}
          value={chosen}
          choices={choices.map((each) => ({ id: encodeShown(each), label: shownWords(words, each) }))}
          choose={setTyped}
          canBeEmpty={false}
        />
        <AddressedTo matrix={whole} addressee={addressee} choose={setAddressee} />
      </form>
      <p>{words.t("desk.matrix.coverage", matrix.coverage)}</p>
      {matrix.rows.length === 0 ? (
        <p className="empty">{words.t("desk.matrix.none")}</p>
      ) : (
        <Laid key={`${chosen} ${addressee}`} matrix={matrix} chosen={chosen} />
      )}
      <MatrixRules rules={matrix.rules} />
      <LeaveMatrix place={{ by: matrix.by }} />
    </>
  );
}

/** Companies are held to what is asked of companies first; what States promised can be chosen beside. */
function firstAddressee({ by, commitments }: Matrix): string {
  const isAsked = commitments.some(({ addressee }) => addressee === "companies");
  return by === "company" && isAsked ? "companies" : "";
}

interface AddressedToProps {
  readonly matrix: Matrix;
  readonly addressee: string;
  readonly choose: (addressee: string) => void;
}

function AddressedTo({ matrix, addressee, choose }: AddressedToProps) {
  const { words } = useDesk();
  const found = [...new Set(matrix.commitments.flatMap((each) => each.addressee ?? []))];
  if (found.length === 0) return null;
  return (
    <SelectField
      label={words.t("desk.matrix.addressed")}
      value={addressee}
      choices={[
        { id: "", label: words.t("desk.matrix.addressed.all") },
        ...found.toSorted().map((id) => ({ id, label: codeLabel(words, "addressees", id) })),
      ]}
      choose={choose}
      canBeEmpty={false}
    />
  );
}

interface LaidProps {
  readonly matrix: Matrix;
  /** Which number is shown, as `encodeShown` writes it. */
  readonly chosen: string;
}

function Laid({ matrix, chosen }: LaidProps) {
  const { words } = useDesk();
  const isNarrow = useNarrow();
  const [cell, setCell] = useState<ChosenCell | null>(null);
  const shown = parseShown(chosen);
  const laid = useMemo(() => laidOut(words, matrix, parseShown(chosen)), [words, matrix, chosen]);
  const { by } = matrix;
  const close = (): void => {
    setCell(null);
    document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus();
  };
  const caption = words.t("desk.matrix.caption", { what: shownWords(words, shown) });
  return (
    <section aria-label={caption}>
      <h2>{caption}</h2>
      <MatrixPicture laid={laid} />
      {cell !== null && (
        <BehindCell
          place={{ by, ...cell }}
          shown={shown}
          title={titleOf(words, cell, { laid, shown })}
          close={close}
          isLeading
        />
      )}
      {isNarrow ? (
        <MatrixList laid={laid} by={by} choose={setCell} />
      ) : (
        <MatrixGrid laid={laid} by={by} caption={caption} choose={setCell} />
      )}
    </section>
  );
}

function titleOf(
  words: Translator,
  { row, commitment }: ChosenCell,
  { laid: { rows, columns }, shown }: { readonly laid: LaidOut; readonly shown: ShownNumber },
): string {
  const at = columns.findIndex((column) => column.commitment === commitment);
  const own = rows.find((each) => each.row === row);
  return words.t("desk.matrix.behind", {
    number: numberWords(words, own?.numbers[at] ?? 0),
    what: shownWords(words, shown),
    row: own?.label ?? "",
    commitment: columns[at]?.label ?? "",
  });
}
