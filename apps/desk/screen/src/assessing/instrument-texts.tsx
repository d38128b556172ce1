// Texts of an instrument: in the reader's language where it has them, else as they are, marked with their language.
import type { InstrumentPage } from "@tocsin/workspace";
import { localeName } from "@tocsin/language";
import { useWords } from "../desk.tsx";

export type Question = InstrumentPage["questions"][number];
type Texts = Pick<InstrumentPage, "lang" | "translations">;

interface InstrumentTextProps {
  readonly of: Texts;
  /** Path of the text: `title`, `law.text`, `law.not-met`. */
  readonly path: string;
  /** As it stands in the language of the instrument. */
  readonly text: string;
}

export function InstrumentText({ of, path, text }: InstrumentTextProps) {
  const words = useWords();
  const translated = of.translations[words.locale]?.[path];
  return translated === undefined ? (
    <bdi lang={of.lang}>{text}</bdi>
  ) : (
    <bdi lang={words.locale}>{translated}</bdi>
  );
}

/** That the questions are in another language than the screen, where they are. */
export function OtherLanguage({
  of,
}: {
  readonly of: Pick<InstrumentPage, "lang" | "translations" | "unreviewed" | "questions">;
}) {
  const words = useWords();
  const [first] = of.questions;
  const isTranslated = of.translations[words.locale]?.[`${first?.id ?? ""}.text`] !== undefined;
  if (of.lang === words.locale) return null;
  if (isTranslated && !of.unreviewed.includes(words.locale)) return null;
  if (isTranslated) return <p className="note">{words.t("assess.unreviewed")}</p>;
  return <p className="note">{words.t("state.fallback", { language: localeName(of.lang, words.locale) })}</p>;
}
