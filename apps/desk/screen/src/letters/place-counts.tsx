// Numbers of signers by something: bars for the eye, and a table that says the same to everybody.
import { useDesk } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";

export interface CountLine {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

interface CountsProps {
  readonly title: string;
  readonly column: string;
  readonly lines: readonly CountLine[];
}

export function Counts({ title, column, lines }: CountsProps) {
  const { words } = useDesk();
  const most = Math.max(1, ...lines.map(({ count }) => count));
  if (lines.length === 0) return null;
  return (
    <details className="card">
      <summary>{title}</summary>
      <figure className="count-picture">
        <div aria-hidden="true">
          {lines.map(({ key, label, count }) => (
            <div key={key} className="bar-line">
              <span>
                <bdi>{label}</bdi>
              </span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
                <rect className="count-bar status-confirmed" width={(count / most) * 100} height="10" />
              </svg>
              <span className="number">{numberWords(words, count)}</span>
            </div>
          ))}
        </div>
      </figure>
      {/* A wide table without links could be scrolled by a mouse alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <div className="scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="counts">
          <caption className="hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col">{words.t("letters.out.column.count")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, label, count }) => (
              <tr key={key}>
                <th scope="row">
                  <bdi>{label}</bdi>
                </th>
                <td>{numberWords(words, count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
