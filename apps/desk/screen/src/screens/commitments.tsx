// Which commitments are known here, by theme, and how many incidents, measures and proceedings are held against each.
import type { Translator } from "@tocsin/language";
import type { HeldCommitments } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { useMore } from "../parts/more-pages.ts";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";

type Held = HeldCommitments["rows"][number];

export function CommitmentsScreen() {
  const { words } = useDesk();
  const asked = useQuery<HeldCommitments>("commitments.held", {});
  const { rows, next, isBusy, loadMore } = useMore("commitments.held", {}, asked.value);
  if (asked.value === null) return <Waiting error={asked.error} />;
  return (
    <article className="page">
      <h1>{words.t("desk.held.title")}</h1>
      <p className="note">{words.t("desk.held.note")}</p>
      <p className="actions no-print">
        <Go to={["matrix"]}>{words.t("desk.matrix.title")}</Go>
        <Go to={["resolution"]}>{words.t("desk.held.resolution")}</Go>
        <Go to={["list", "commitment"]}>{words.t("desk.held.all")}</Go>
      </p>
      {rows.length === 0 && <Load />}
      {themesIn(rows).map(([theme, own]) => (
        <Theme key={theme ?? ""} theme={theme} rows={own} />
      ))}
      {next !== null && (
        <p className="actions no-print">
          <Action quiet isDisabled={isBusy} onPress={loadMore}>
            {words.t("action.show-more")}
          </Action>
        </p>
      )}
    </article>
  );
}

function Load() {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const load = async (): Promise<void> => {
    await api.run("commitment.load", {});
    announce(words.t("state.done"));
    changed();
  };
  return (
    <div className="empty">
      <p>{words.t("desk.held.none")}</p>
      <Action primary isDisabled={isBusy} onPress={() => run(load)}>
        {words.t("command.commitment.load")}
      </Action>
    </div>
  );
}

/** In the order in which the themes come; those without one last. */
function themesIn(rows: readonly Held[]): readonly (readonly [string | null, readonly Held[]])[] {
  const themes = new Map<string | null, Held[]>();
  for (const row of rows) themes.set(row.theme, [...(themes.get(row.theme) ?? []), row]);
  return [...themes].toSorted(([a], [b]) => Number(a === null) - Number(b === null));
}

function Theme({ theme, rows }: { readonly theme: string | null; readonly rows: readonly Held[] }) {
  const { words } = useDesk();
  const title = theme === null ? words.t("desk.held.other") : codeLabel(words, "themes", theme);
  const [commitment, standing, incidents, measures, proceedings] = [
    "desk.held.column.commitment",
    "desk.held.column.standing",
    "kind.incident",
    "kind.measure",
    "kind.proceeding",
  ].map((key) => words.t(key));
  const columns = { standing, incidents, measures, proceedings };
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table className="records held">
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            {[commitment, standing, incidents, measures, proceedings].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <HeldRow key={row.record} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface HeldRowProps {
  readonly row: Held;
  /** Words of the columns. */
  readonly columns: Readonly<
    Record<"standing" | "incidents" | "measures" | "proceedings", string | undefined>
  >;
}

function HeldRow({ row, columns: { standing, incidents, measures, proceedings } }: HeldRowProps) {
  const { words } = useDesk();
  return (
    <tr>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <th scope="row">
        <a href={addressOf("commitment", row.record)}>
          <bdi>{nameOf(words, row)}</bdi>
        </a>
      </th>
      <td data-label={standing}>
        {row.standing !== null && codeLabel(words, "standings", row.standing)}
        {!row.checked && <span className="waits"> · {words.t("state.unchecked")}</span>}
      </td>
      <td data-label={incidents} data-type="number">
        {row.incidents + row.measures + row.proceedings === 0 ? (
          numberWords(words, 0)
        ) : (
          <a
            href={addressOf("matrix", "commitment", row.record)}
            aria-label={`${words.t("desk.matrix.page-of", { what: nameOf(words, row) })} · ${numberWords(words, row.incidents)}`}
          >
            {numberWords(words, row.incidents)}
          </a>
        )}
      </td>
      <td data-label={measures} data-type="number">
        {numberWords(words, row.measures)}
      </td>
      <td data-label={proceedings} data-type="number">
        {numberWords(words, row.proceedings)}
      </td>
    </tr>
  );
}

/** In the reader's language, where the program knows the commitment. */
function nameOf(words: Translator, { reference, label }: Held): string {
  const key = `commitment.${reference ?? ""}.label`;
  return words.has(key) ? words.t(key) : label;
}
