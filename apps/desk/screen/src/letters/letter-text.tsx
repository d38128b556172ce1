// The text that is signed, and its translations, each marked as what it is: nobody signs those.
import type { LetterVersionLine } from "@tocsin/workspace";
import { nameInSentence } from "@tocsin/language";
import { useDesk } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { Unfolding } from "../parts/unfolding.tsx";
import { directionIn } from "../texts/runs.tsx";
import { momentWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

type Text = LetterVersionLine["texts"][number];

export function LetterText({ versions }: { readonly versions: readonly LetterVersionLine[] }) {
  const { words } = useDesk();
  const [current, ...earlier] = versions;
  if (current === undefined) return <p className="empty">{words.t("kind.letterVersion.empty")}</p>;
  const [signed, ...translations] = current.texts;
  return (
    <section aria-labelledby="text-title">
      <h2 id="text-title">{words.t("letters.out.text")}</h2>
      {signed !== undefined && <Paragraphs text={signed} />}
      <dl className="face">
        <div>
          <dt>{words.t("letterVersion.digest")}</dt>
          <dd>
            <Hash value={current.digest} />
          </dd>
        </div>
      </dl>
      {translations.map((text) => (
        <Unfolding
          key={text.language}
          className="card"
          summary={words.t("letters.out.translation", {
            language: nameInSentence(text.language, words.locale),
          })}
        >
          <p className="waits">{words.t("letters.out.translation.unsigned")}</p>
          {text.origin !== null && <p className="note">{codeLabel(words, "textOrigins", text.origin)}</p>}
          <Paragraphs text={text} isTitled />
        </Unfolding>
      ))}
      {earlier.length > 0 && <Earlier versions={versions} />}
    </section>
  );
}

function Paragraphs({ text, isTitled = false }: { readonly text: Text; readonly isTitled?: boolean }) {
  const { language, title, paragraphs } = text;
  return (
    <div className="letter-text" lang={language} dir={directionIn(language)}>
      {isTitled && <p className="letter-title">{title}</p>}
      {paragraphs.map((paragraph, at) => (
        // Two paragraphs can say the same.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}

function Earlier({ versions }: { readonly versions: readonly LetterVersionLine[] }) {
  const { words } = useDesk();
  return (
    <Unfolding className="card" summary={words.t("letters.desk.versions", { count: versions.length })}>
      <p className="note">{words.t("letters.desk.versions.note")}</p>
      <ol className="plain">
        {versions.map(({ record, number, made, signed, digest }) => (
          <li key={record}>
            <div>
              <p>
                {words.t("letters.desk.version", { number, signed })}
                {made !== null && ` · ${momentWords(words, made)}`}
              </p>
              <Hash value={digest} />
            </div>
          </li>
        ))}
      </ol>
    </Unfolding>
  );
}
