// All questions by number: where one is, and what each still lacks, told in words to whoever does not see it.
import { useDesk } from "../../desk.tsx";
import { stateOf, type Asked } from "./asked.ts";

interface QuestionStripProps {
  readonly asked: readonly Asked[];
  /** The one that is shown; null where all are. */
  readonly now: number | null;
  readonly go: (at: number) => void;
}

export function QuestionStrip({ asked, now, go }: QuestionStripProps) {
  const { words } = useDesk();
  return (
    <nav className="question-strip no-print" aria-label={words.t("assess.questions")}>
      <ol>
        {asked.map((each) => {
          const state = stateOf(each);
          return (
            <li key={each.question.id}>
              <button
                type="button"
                className={`btn is-${state}`}
                onClick={() => go(each.at)}
                {...(each.at === now ? { "aria-current": "step" as const } : {})}
              >
                {each.at + 1}
                <span className="hidden"> {words.t(`assess.strip.${state}`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
