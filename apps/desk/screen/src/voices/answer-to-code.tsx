// One answer in its own language: the original is there to be marked and not to be changed; what it says in other languages
// stands below it, each signed.
import { useRef, useState } from "react";
import type { CodedSegment, CodingAnswer, CodingPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { markedIn, type Marked } from "./marked.ts";

type Book = NonNullable<CodingPage["book"]>;

interface AnswerToCodeProps {
  readonly id: string;
  readonly isRead: boolean;
  readonly book: Book;
  readonly coder: string;
  readonly goOn: () => void;
}

export function AnswerToCode({ id, isRead, book, coder, goOn }: AnswerToCodeProps) {
  const { words, api, changed } = useDesk();
  const { run, isBusy } = useAction();
  const { value, error } = useQuery<CodingAnswer>("coding.answer", {
    answer: id,
    language: words.locale,
    ...(coder === "" ? {} : { coder }),
  });
  const name = { text: coder, lang: words.locale };
  if (value === null) return <Waiting error={error} />;
  return (
    <section className="card" aria-label={words.t("kind.contributionAnswer.one")}>
      <h2 lang={value.asked.lang} dir="auto">
        {value.asked.text}
      </h2>
      <Marking answer={value} book={book} coder={coder} />
      <Segments segments={value.segments} book={book} />
      <Translations answer={value} />
      <p className={value.mayQuote ? "verified" : "note"}>
        {words.t(`special.contribution.${value.mayQuote ? "quote" : "no-quote"}`)}
        {" · "}
        {words.t(`reuses.${value.reuse}.label`)}
      </p>
      <p className="actions">
        <Action
          primary
          isDisabled={isBusy || coder === ""}
          onPress={() =>
            run(async () => {
              await api.run("coding.read", { answer: id, codebook: book.record, coder: name });
              changed();
              goOn();
            })
          }
        >
          {words.t("voices.desk.read")}
        </Action>
        {isRead && <span className="verified">{words.t("voices.desk.is-read")}</span>}
      </p>
    </section>
  );
}

interface MarkingProps {
  readonly answer: CodingAnswer;
  readonly book: Book;
  readonly coder: string;
}

function Marking({ answer, book, coder }: MarkingProps) {
  const { words, api, changed, announce } = useDesk();
  const { run, isBusy } = useAction();
  const field = useRef<HTMLTextAreaElement>(null);
  const [marked, setMarked] = useState<Marked | null>(null);
  const [code, setCode] = useState("");
  const { text, lang } = answer.original;
  const mark = (): void => {
    const { current } = field;
    if (current !== null) setMarked(markedIn(text, current.selectionStart, current.selectionEnd));
  };
  const give = (against: boolean): void => {
    if (marked === null || code === "") return;
    run(async () => {
      const name = { text: coder, lang: words.locale };
      await api.run("segment.code", { answer: answer.answer, ...marked, code, coder: name, against });
      announce(words.t("voices.desk.given"));
      changed();
    });
  };
  const isReady = marked !== null && code !== "" && coder !== "" && !isBusy;
  return (
    <div className="fields">
      <label className="field">
        <span>{words.t("contributionAnswer.words")}</span>
        <textarea
          ref={field}
          readOnly
          value={text}
          lang={lang}
          dir="auto"
          rows={Math.min(12, 2 + Math.ceil(text.length / 60))}
          onSelect={mark}
        />
      </label>
      <output className="note marked-words">
        {marked === null ? (
          words.t("voices.desk.mark")
        ) : (
          <>
            {words.t("voices.desk.marked")} <q lang={lang}>{marked.quote}</q>
          </>
        )}
      </output>
      <CodeChoice book={book} code={code} choose={setCode} />
      <p className="actions">
        <Action primary isDisabled={!isReady} onPress={() => give(false)}>
          {words.t("voices.desk.give")}
        </Action>
        <Action isDisabled={!isReady} onPress={() => give(true)}>
          {words.t("voices.desk.give-against")}
        </Action>
      </p>
    </div>
  );
}

interface CodeChoiceProps {
  readonly book: Book;
  readonly code: string;
  readonly choose: (code: string) => void;
}

function CodeChoice({ book, code, choose }: CodeChoiceProps) {
  const { words } = useDesk();
  return (
    <SelectField
      label={words.t("kind.codebookCode.one")}
      value={code}
      choose={choose}
      choices={book.codes
        .filter(({ retired }) => !retired)
        .map(({ record, title, family }) => ({
          id: record,
          label: `${words.t(`codeFamilies.${family}.label`)}: ${title.text}`,
        }))}
    />
  );
}

function Segments({ segments, book }: { readonly segments: readonly CodedSegment[]; readonly book: Book }) {
  const { words, api, changed } = useDesk();
  const { run, isBusy } = useAction();
  const titles = new Map(book.codes.map(({ record, title }) => [record, title]));
  if (segments.length === 0) return null;
  return (
    <ul className="plain">
      {segments.map(({ segment, quote, stands, codings }) => (
        <li key={segment}>
          <q dir="auto">{quote}</q>
          {stands !== "fits" && (
            <strong className="waits"> {words.t("error.workspace.other-original")}</strong>
          )}
          <small>
            {words.t("voices.desk.quote-mark")} <code>{`[^${segment}]`}</code>
          </small>
          <ul className="plain">
            {codings.map(({ coding, code, coder, against, counts }) => (
              <li key={coding}>
                <bdi>{titles.get(code)?.text ?? ""}</bdi>
                {against && ` · ${words.t("coding.against")}`}
                {!counts && ` · ${words.t("codingOrigins.machine.label")}`}
                {coder !== null && (
                  <>
                    {" · "}
                    <bdi>{coder}</bdi>
                  </>
                )}{" "}
                <Action
                  quiet
                  isDisabled={isBusy}
                  label={`${words.t("command.coding.remove")}: ${titles.get(code)?.text ?? ""}`}
                  onPress={() =>
                    run(async () => {
                      await api.run("coding.remove", { coding });
                      changed();
                    })
                  }
                >
                  {words.t("command.coding.remove")}
                </Action>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Translations({ answer: { answer, translations } }: { readonly answer: CodingAnswer }) {
  const { words } = useDesk();
  return (
    <>
      {translations.map(({ text, lang, by, reviewedBy }) => (
        <blockquote key={`${lang} ${text}`} lang={lang} dir="auto">
          {text}
          <footer lang={words.locale}>
            {reviewedBy === null
              ? words.t("voices.desk.unreviewed")
              : words.t("voices.desk.reviewed", { by: by ?? "", reviewer: reviewedBy })}
          </footer>
        </blockquote>
      ))}
      <p className="actions no-print">
        <Go quiet to={["contributionAnswer", answer]}>
          {words.t("special.contribution.open")}
        </Go>
      </p>
    </>
  );
}
