// What delegations say of each paragraph: covered until somebody asks for it, and not even read from the vault before.
import { useState, type ReactNode } from "react";
import type { PositionLine, Positions } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";

export function PositionsPart({ negotiation }: { readonly negotiation: string }) {
  const { words } = useDesk();
  return (
    <section className="no-print" aria-labelledby="positions-title">
      <h2 id="positions-title">{words.t("kind.position")}</h2>
      <Cover
        more={<Go to={["new", "position", "negotiation", negotiation]}>{words.t("texts.positions.new")}</Go>}
      >
        {() => <Uncovered negotiation={negotiation} />}
      </Cover>
    </section>
  );
}

interface CoverProps {
  /** Actions that need nothing of what is covered. */
  readonly more?: ReactNode;
  readonly children: () => ReactNode;
}

/** What stands under it is not drawn, and not printed, before somebody asks for it. */
export function Cover({ more, children }: CoverProps) {
  const { words } = useDesk();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {!isOpen && <p className="no-print">{words.t("texts.positions.cover")}</p>}
      <p className="note no-print">{words.t("texts.positions.note")}</p>
      {/* The same button, so that the focus stays where it was. */}
      <p className="actions no-print">
        <Action onPress={() => setOpen(!isOpen)}>
          {words.t(isOpen ? "texts.positions.hide" : "texts.positions.show")}
        </Action>
        {more}
      </p>
      {isOpen && <div className="no-print">{children()}</div>}
    </>
  );
}

function Uncovered({ negotiation }: { readonly negotiation: string }) {
  const { words } = useDesk();
  const { value, error } = useQuery<Positions>("negotiation.positions", { negotiation });
  if (value === null) return <Waiting error={error} />;
  if (value.rows.length === 0) return <p className="empty">{words.t("kind.position.empty")}</p>;
  return (
    <div className="scroll-table">
      <table className="records ledger">
        <caption className="hidden">{words.t("kind.position")}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t("kind.draftParagraph.one")}</th>
            {value.delegations.map((name) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.rows.map(({ paragraph, label, cells }) => (
            <tr key={paragraph ?? ""}>
              <th scope="row">
                {paragraph === null ? (
                  words.t("texts.positions.whole")
                ) : (
                  <a href={addressOf("draftParagraph", paragraph)}>
                    <bdi>{label ?? "–"}</bdi>
                  </a>
                )}
              </th>
              {cells.map((lines, at) => (
                <td key={value.delegations[at]} data-label={value.delegations[at]}>
                  {lines.length === 0 ? "–" : lines.map((line) => <Line key={line.record} line={line} />)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line: { record, stance, confidence, mayLeave } }: { readonly line: PositionLine }) {
  const { words } = useDesk();
  return (
    <p>
      <a href={addressOf("position", record)}>{codeLabel(words, "positionStances", stance)}</a>
      {confidence !== null && <small> {codeLabel(words, "confidence", confidence)}</small>}
      {mayLeave && <span className="tag flag">{words.t("texts.positions.out")}</span>}
    </p>
  );
}
