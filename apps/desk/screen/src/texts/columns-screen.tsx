// Three columns: the last resolution or any older draft, this draft, and what we ask for at each paragraph.
import type { ComparedDraftRow, ComparedTexts, DraftPage, Ledger, LedgerAsk } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go, PrintAction } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { Heads, keyOf, Sides, TwoCrumbs, type TwoDrafts } from "./compare-screen.tsx";
import { Hints, rowWords } from "./row-marks.tsx";
import { directionIn, Runs } from "./runs.tsx";

export function ColumnsScreen({ older, newer }: TwoDrafts) {
  const compared = useQuery<ComparedTexts>("draft.compare", { older, newer });
  const before = useQuery<DraftPage>("draft.page", { draft: older });
  const after = useQuery<DraftPage>("draft.page", { draft: newer });
  if (compared.value === null || before.value === null || after.value === null)
    return <Waiting error={compared.error ?? before.error ?? after.error} />;
  const negotiation = after.value.negotiation?.record;
  if (negotiation === undefined) return <Waiting error={null} />;
  return (
    <WithAsks negotiation={negotiation} compared={compared.value} before={before.value} after={after.value} />
  );
}

interface ColumnsProps {
  readonly compared: ComparedTexts;
  readonly before: DraftPage;
  readonly after: DraftPage;
}

function WithAsks({ negotiation, ...rest }: ColumnsProps & { readonly negotiation: string }) {
  const ledger = useQuery<Ledger>("negotiation.ledger", { negotiation, draft: rest.compared.newer });
  if (ledger.value === null) return <Waiting error={ledger.error} />;
  return <Columns {...rest} asks={ledger.value.asks} />;
}

function Columns({ compared, before, after, asks }: ColumnsProps & { readonly asks: readonly LedgerAsk[] }) {
  const { words } = useDesk();
  const placed = asksByParagraph(asks);
  const elsewhere = asks.filter((ask) => paragraphsOf(ask).length === 0);
  return (
    <article className="page wide texts">
      <TwoCrumbs page={after} />
      <h1>{words.t("texts.columns")}</h1>
      <Sides before={before} after={after} />
      <p className="actions no-print">
        <Go to={["draft", compared.newer, "compare", compared.older]}>{words.t("texts.compare")}</Go>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </p>
      <p className="note">{words.t("texts.columns.note")}</p>
      <table className="records comparison three">
        <caption className="hidden">{words.t("comparison.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <bdi>{before.title?.text}</bdi>
            </th>
            <th scope="col">
              <bdi>{after.title?.text}</bdi>
            </th>
            <th scope="col">{words.t("kind.ask")}</th>
          </tr>
        </thead>
        <tbody>
          {compared.rows.map((row) => (
            <Row
              key={keyOf(row)}
              row={row}
              language={compared.language}
              before={before}
              after={after}
              asks={row.after.flatMap(({ record }) => placed.get(record) ?? [])}
            />
          ))}
        </tbody>
      </table>
      {elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere-title">
          <h2 id="elsewhere-title">{words.t("texts.columns.nowhere")}</h2>
          <ul className="plain card">
            {elsewhere.map((ask) => (
              <li key={ask.record}>
                <OneAsk ask={ask} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

/** Where a person found it, else the paragraph that is most like it. */
function paragraphsOf({ cells: [cell] }: LedgerAsk): readonly string[] {
  const read = cell?.entry?.paragraphs.map(({ record }) => record) ?? [];
  if (cell?.entry != null) return read;
  return cell?.alike == null ? [] : [cell.alike.record];
}

function asksByParagraph(asks: readonly LedgerAsk[]): ReadonlyMap<string, readonly LedgerAsk[]> {
  const placed = new Map<string, LedgerAsk[]>();
  for (const ask of asks)
    for (const paragraph of paragraphsOf(ask)) placed.set(paragraph, [...(placed.get(paragraph) ?? []), ask]);
  return placed;
}

interface RowProps extends Pick<ColumnsProps, "before" | "after"> {
  readonly row: ComparedDraftRow;
  readonly language: string;
  readonly asks: readonly LedgerAsk[];
}

function Row({ row, language, before, after, asks }: RowProps) {
  const { words } = useDesk();
  return (
    <tr className={row.kind}>
      <td data-label={before.title?.text}>
        <Heads paragraphs={row.before} />
        {row.before.length > 0 && <Runs runs={row.runs} language={before.language} without="added" />}
      </td>
      <td data-label={after.title?.text}>
        <Heads paragraphs={row.after} />
        <small className="note">{rowWords(words, row)}</small>
        {row.after.length > 0 && <Runs runs={row.runs} language={language} without="removed" />}
        <Hints hints={row.hints} />
      </td>
      <td data-label={words.t("kind.ask")}>
        {asks.map((ask) => (
          <OneAsk key={ask.record} ask={ask} />
        ))}
      </td>
    </tr>
  );
}

function OneAsk({ ask }: { readonly ask: LedgerAsk }) {
  const { words } = useDesk();
  const [cell] = ask.cells;
  return (
    <div className="one-ask">
      <a href={addressOf("ask", ask.record)} lang={ask.language}>
        <bdi>{ask.title}</bdi>
      </a>
      <small>
        {cell?.entry == null
          ? words.t("texts.ledger.unread")
          : codeLabel(words, "askStandings", cell.entry.standing)}
      </small>
      {ask.words !== "" && (
        <p lang={ask.language} dir={directionIn(ask.language)}>
          {ask.words}
        </p>
      )}
      {cell?.alike != null && <Hints hints={cell.alike.hints} />}
    </div>
  );
}
