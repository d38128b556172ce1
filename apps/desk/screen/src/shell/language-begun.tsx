// Above the screen, in a language that is only begun: that the rest is in English, and who reviewed what is there.
import { localeName } from "@tocsin/language";
import { useDesk } from "../desk.tsx";

export function LanguageBegun() {
  const { words, session } = useDesk();
  const isBegun = session.locales.some(({ code, isWhole }) => code === words.locale && !isWhole);
  if (!isBegun) return null;
  return (
    <p className="note language-begun">
      {words.t("desk.language.begun", { language: localeName(words.locale), who: words.t("meta.reviewed") })}
    </p>
  );
}
