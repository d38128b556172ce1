// The words that hints point at, by language: those of the program can be read and set aside, those of the organisation edited.
import { useState } from "react";
import type { HintWordLine, HintWordList, HintWordLists } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { directionIn } from "./runs.tsx";

export function HintWordsPart() {
  const { words } = useDesk();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="quick no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.t("texts.hint-words")}</summary>
      {isOpen && <Lists />}
    </details>
  );
}

function Lists() {
  const { words } = useDesk();
  const { value, error } = useQuery<HintWordLists>("hint.words", {});
  if (value === null) return <Waiting error={error} />;
  return (
    <>
      <p className="note">{words.t("texts.hint-words.note")}</p>
      <p className="actions">
        <Go to={["new", "hintWord"]}>{words.t("texts.hint-words.new")}</Go>
      </p>
      {value.lists.map((list) => (
        <OneList key={list.language} list={list} />
      ))}
    </>
  );
}

function OneList({ list: { language, ladder, qualifiers, unused } }: { readonly list: HintWordList }) {
  const { words } = useDesk();
  const parts = [
    ...ladder.map((lines, at) => ({ title: words.t("texts.hint-words.step", { step: at + 1 }), lines })),
    { title: words.t("texts.hint-words.qualifiers"), lines: qualifiers },
  ];
  return (
    <section aria-label={nameOf(language, words.locale)}>
      <h3>{nameOf(language, words.locale)}</h3>
      {parts
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <div key={title}>
            <h4>{title}</h4>
            <Lines lines={lines} language={language} />
          </div>
        ))}
      {unused.length > 0 && (
        <>
          <h4>{words.t("texts.hint-words.unused")}</h4>
          <Lines lines={unused} language={language} />
        </>
      )}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly HintWordLine[];
  readonly language: string;
}

function Lines({ lines, language }: LinesProps) {
  return (
    <ul className="plain">
      {lines.map((line) => (
        <li key={`${line.words} ${line.record ?? ""}`}>
          <Line line={line} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Line({
  line: { words: said, record, source, checked },
  language,
}: { readonly line: HintWordLine } & Pick<LinesProps, "language">) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const spoken = (
    <bdi lang={language} dir={directionIn(language)}>
      {said}
    </bdi>
  );
  if (record !== null)
    return (
      <>
        <a href={addressOf("hintWord", record)}>{spoken}</a>{" "}
        <small>
          {[words.t(checked ? "texts.hint-words.own-checked" : "texts.hint-words.own"), source]
            .filter((each) => each !== null)
            .join(" · ")}
        </small>
      </>
    );
  const setAside = async (): Promise<void> => {
    const values = { words: said, language, role: "unused" };
    await api.run("record.create", { kind: "hintWord", values });
    announce(words.t("state.done"));
    changed();
  };
  return (
    <>
      {spoken} <small>{words.t("texts.hint-words.built-in")}</small>{" "}
      <Action quiet isDisabled={isBusy} onPress={() => run(setAside)}>
        {words.t("texts.hint-words.set-aside", { words: said })}
      </Action>
    </>
  );
}

function nameOf(language: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language;
}
