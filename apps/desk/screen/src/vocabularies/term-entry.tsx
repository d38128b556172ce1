import { useState, type ReactNode } from "react";
import { isLocalCode } from "@tocsin/records";
import type { CrosswalkEntry, TermPage, VocabularyPage } from "../api/contract/vocabulary.ts";
import { useDesk, useWords } from "../desk.tsx";
import { codeLabel, definitionOf } from "../words/labels.ts";
import { AddOwnTerm } from "./add-own-term.tsx";

interface TermProps {
  readonly page: VocabularyPage;
  readonly term: TermPage;
}

/** Its name and code; the rest when it is opened. */
export function TermEntry({ page, term }: TermProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{codeLabel(words, page.name, term.code)}</span> <code dir="ltr">{term.code}</code>
      </summary>
      {isOpen && <TermFacts page={page} term={term} />}
    </details>
  );
}

function TermFacts({ page, term }: TermProps) {
  const { words, session } = useDesk();
  const mayAdd = session.vault?.state === "open" && page.extensible && !isLocalCode(term.code);
  const said = (part: string, code = term.code): string | null => {
    const key = `${page.name}.${code}.${part}`;
    return words.has(key) ? words.t(key) : null;
  };
  const list = (items: readonly string[]): string | null => (items.length === 0 ? null : items.join(" · "));
  return (
    <div className="card">
      <dl className="face">
        <Fact label="desk.words.definition">{definitionOf(words, page.name, term.code)}</Fact>
        <Fact label="desk.words.example">{said("example")}</Fact>
        {term.crosswalk.map((entry) => (
          <Crosswalk key={entry.scheme} page={page} entry={entry} />
        ))}
        <Fact label="desk.words.engages">
          {list(term.engages.map((id) => `${id} ${words.t(`commitment.${id}.label`)}`))}
        </Fact>
        <Fact label="desk.words.first">{term.steps === null ? null : said("first", term.steps)}</Fact>
        <Fact label="desk.words.ask">
          {list(term.ask.map((helper) => codeLabel(words, "helpers", helper)))}
        </Fact>
        <Fact label="desk.words.source">
          {term.source === null ? null : <span lang="en">{term.source}</span>}
        </Fact>
        <Fact label="desk.words.dated">{term.dated}</Fact>
        <Fact label="desk.words.checked">{words.t(`desk.words.checked.${term.checked ? "yes" : "no"}`)}</Fact>
      </dl>
      {mayAdd && <AddOwnTerm vocabulary={page.name} parent={term.code} />}
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const words = useWords();
  if (children === null) return null;
  return (
    <>
      <dt>{words.t(label)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Crosswalk({ page, entry }: { readonly page: VocabularyPage; readonly entry: CrosswalkEntry }) {
  const words = useWords();
  const { scheme, code, relation, why } = entry;
  const more = [
    ...(code === null || relation === "broader" ? [words.t(`crosswalk.${relation}`)] : []),
    ...(why === null ? [] : [words.t(`crosswalk.why.${why}`)]),
  ];
  return (
    <>
      <dt>
        {words.t(`crosswalk.${scheme}`)}
        {scheme === "huridocs" && page.list !== null && ` ${page.list}`}
      </dt>
      <dd>
        {code !== null && <code dir="ltr">{code}</code>} {more.join(" · ")}
      </dd>
    </>
  );
}
