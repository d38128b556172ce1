// One guide as it is read: why, then each step with the words of the screen, in the language of the screen.
import { useWords } from "../desk.tsx";
import { useNarrow } from "../shell/use-narrow.ts";
import { sentenceOf, type Guide } from "./guide.ts";

export function GuideSteps({ guide }: { readonly guide: Guide }) {
  const words = useWords();
  const isNarrow = useNarrow();
  return (
    <>
      <p>{words.t(`manual.${guide.name}.why`)}</p>
      <ol className="guide-steps">
        {guide.steps.map((step, at) => {
          const sentence = sentenceOf(words, step);
          return (
            <li key={`${String(at)} ${sentence}`}>
              {isNarrow &&
                step.do === "go" &&
                `${words.t("manual.act.menu", { menu: words.t("desk.nav.menu") })} `}
              {sentence}
              {step.note !== undefined && (
                <small className="note">{words.t(`manual.${guide.name}.${step.note}`)}</small>
              )}
            </li>
          );
        })}
      </ol>
      <p className="note">{words.t("manual.example-note")}</p>
    </>
  );
}
