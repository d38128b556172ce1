// One guide as it is read: why, then each step with the words of the screen, in the language of the screen.
import { useWords } from "../desk.tsx";
import { isFolded } from "../shell/folded.ts";
import { useNarrow } from "../shell/use-narrow.ts";
import { sentenceOf, type Guide } from "./guide.ts";
import { pictureAddress, pictureSize } from "./picture-file.ts";

interface GuideStepsProps {
  readonly guide: Guide;
  /** Where there is room for them. */
  readonly hasPictures?: boolean;
}

export function GuideSteps({ guide, hasPictures = false }: GuideStepsProps) {
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
              {step.do === "go" &&
                typeof step.to === "string" &&
                isFolded(step.to) &&
                ` ${words.t("manual.act.more", { more: words.t("desk.nav.more") })}`}
              {step.note !== undefined && (
                <small className="note">{words.t(`manual.${guide.name}.${step.note}`)}</small>
              )}
              {hasPictures && step.picture !== undefined && (
                <StepPicture guide={guide.name} picture={step.picture} />
              )}
            </li>
          );
        })}
      </ol>
      <p className="note">{words.t("manual.example-note")}</p>
    </>
  );
}

/** Read when it comes into sight; its place is kept free until then. */
function StepPicture({ guide, picture }: { readonly guide: string; readonly picture: string }) {
  const words = useWords();
  return (
    <img
      className="guide-picture"
      src={pictureAddress({ guide, picture, locale: words.locale })}
      alt={words.t(`manual.${guide}.picture.${picture}`)}
      loading="lazy"
      {...pictureSize}
    />
  );
}
