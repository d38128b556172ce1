// The matrix as one picture: a square where anything is recorded, darker for more, hollow where it is of another kind. For the
// eye alone; the grid below it says the same to everybody.
import { useWords } from "../desk.tsx";
import { shadeOf, type LaidOut } from "./laid-out.ts";

const side = 6;
const gap = 1;
const shades = [0, 1, 2, 3, 4] as const;

export function MatrixPicture({ laid: { rows, columns } }: { readonly laid: LaidOut }) {
  const words = useWords();
  if (rows.length === 0 || columns.length === 0) return null;
  // Rows of the grid run across: there are more States than commitments, and a screen is wider than it is high.
  const [width, height] = [rows.length * (side + gap), columns.length * (side + gap)];
  return (
    <figure className="matrix-picture">
      <div className="matrix-drawn">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          style={{ maxInlineSize: `${width * 3}px` }}
          aria-hidden="true"
          focusable="false"
        >
          {shades.map((shade) => (
            <path key={shade} className={`shade-${shade}`} d={squaresOf({ rows, columns }, shade)} />
          ))}
        </svg>
      </div>
      <figcaption className="note">
        {words.t("desk.matrix.picture")}{" "}
        <span className="matrix-key" aria-hidden="true">
          {shades.map((shade) => (
            <span key={shade}>
              <svg viewBox="0 0 6 6">
                <path className={`shade-${shade}`} d="M.5 .5h5v5h-5z" />
              </svg>
              {words.t(`desk.matrix.shade.${shade}`)}
            </span>
          ))}
        </span>
      </figcaption>
    </figure>
  );
}

function squaresOf({ rows, columns }: LaidOut, shade: number): string {
  const parts: string[] = [];
  for (const [x, { numbers }] of rows.entries())
    for (const [y] of columns.entries()) {
      const number = numbers[y] ?? null;
      if (number === null || shadeOf(number) !== shade) continue;
      parts.push(
        `M${x * (side + gap) + 0.5} ${y * (side + gap) + 0.5}h${side - 1}v${side - 1}h-${side - 1}z`,
      );
    }
  return parts.join("");
}
