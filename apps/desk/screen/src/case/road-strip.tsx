import type { CasePage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";

interface RoadStripProps {
  readonly id: string;
  readonly page: CasePage;
}

/** The five stretches of the road as numbers; each opens what it counts. Bronze is what waits for a person. */
export function RoadStrip({ id, page }: RoadStripProps) {
  const words = useWords();
  return (
    <ul className="road">
      {page.road.map(({ stretch, count, todo, worst = null }) => (
        <li key={stretch}>
          <a href={addressOf("case", id, stretch)} className={todo > 0 ? "todo" : ""}>
            <b>{numberWords(words, count)}</b>
            <span>{words.t(`desk.case.count.${stretch}`, { count })}</span>
            {worst !== null && (
              <span className={`level-${worst.level}`}>
                <span className="level">
                  {words.t("desk.case.worst", {
                    count: worst.count,
                    level: codeLabel(words, "levels", worst.level),
                  })}
                </span>
              </span>
            )}
            {todo > 0 && <span>{words.t(`desk.case.todo.${stretch}`, { count: todo })}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
