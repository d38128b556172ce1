// One line of an alignment: the paragraphs of both drafts, what happened, and what a person can do about it.
import { useState } from "react";
import type { AlignedDraft, DraftAlignment } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import type { AlignRow, Link } from "./align-state.ts";
import { Label } from "./row-marks.tsx";
import { directionIn } from "./runs.tsx";

interface AlignRowProps {
  readonly row: AlignRow;
  readonly alignment: DraftAlignment;
  readonly isLocked: boolean;
  readonly confirm: () => void;
  readonly apart: () => void;
  readonly join: (link: Link) => void;
}

export function AlignRowLine({ row, alignment, isLocked, confirm, apart, join }: AlignRowProps) {
  const { words } = useDesk();
  const { older, newer } = alignment;
  const hasLink = row.score !== null;
  const name = [
    ...row.before.map((at) => labelAt(older, at)),
    "→",
    ...row.after.map((at) => labelAt(newer, at)),
  ].join(" ");
  return (
    // Delete is heard from the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={row.byPerson ? "align-row confirmed" : "align-row"}
      onKeyDown={(event) => {
        if (event.key !== "Delete" || !hasLink || isLocked) return;
        event.preventDefault();
        apart();
      }}
    >
      <What row={row} />
      <div className="align-sides">
        <Side draft={older} places={row.before} />
        <Side draft={newer} places={row.after} />
      </div>
      <div className="actions no-print">
        {hasLink && (
          <>
            <button
              type="button"
              className={row.byPerson ? "btn" : "btn primary"}
              data-pair=""
              aria-pressed={row.byPerson}
              aria-disabled={isLocked}
              aria-label={words.t("texts.align.confirm-of", { pair: name })}
              onClick={() => {
                if (!isLocked) confirm();
              }}
            >
              {words.t("texts.align.confirm")}
            </button>
            <Action
              isDisabled={isLocked}
              label={words.t("texts.align.apart-of", { pair: name })}
              onPress={apart}
            >
              {words.t("texts.align.apart")}
            </Action>
          </>
        )}
        <Join row={row} alignment={alignment} isLocked={isLocked} join={join} name={name} />
      </div>
    </li>
  );
}

function What({ row }: Pick<AlignRowProps, "row">) {
  const { words } = useDesk();
  return (
    <p className="align-what">
      <strong>{words.t(`texts.align.row.${row.kind}`)}</strong>
      {row.moved && <span className="tag">{words.t("comparison.row.moved")}</span>}
      {row.score !== null && (
        <span className={row.byPerson ? "tag circle" : "tag flag"}>
          {row.byPerson
            ? words.t("texts.align.confirmed")
            : words.t("texts.align.proposed", { score: Math.round(row.score * 100) })}
        </span>
      )}
    </p>
  );
}

function labelAt({ paragraphs }: AlignedDraft, at: number): string {
  return paragraphs[at]?.label ?? String(at + 1);
}

interface SideProps {
  readonly draft: AlignedDraft;
  readonly places: readonly number[];
}

function Side({ draft: { paragraphs, language }, places }: SideProps) {
  const { words } = useDesk();
  if (places.length === 0) return <p className="note">{words.t("texts.align.nothing")}</p>;
  return (
    <div>
      {places.map((at) => (
        <p key={at} lang={language} dir={directionIn(language)}>
          <Label label={paragraphs[at]?.label ?? null} /> {paragraphs[at]?.text}
        </p>
      ))}
    </div>
  );
}

type JoinProps = Pick<AlignRowProps, "row" | "alignment" | "isLocked" | "join"> & { readonly name: string };

/** By hand: another paragraph goes with these, so that a pair, a split or a merge comes of it. */
function Join({ row, alignment: { older, newer }, isLocked, join, name }: JoinProps) {
  const { words } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const add = (side: "before" | "after", at: string): void => {
    if (at === "" || isLocked) return;
    setOpen(false);
    join({
      before: side === "before" ? ascending([...row.before, Number(at)]) : row.before,
      after: side === "after" ? ascending([...row.after, Number(at)]) : row.after,
    });
  };
  // Several of one side go with one of the other.
  const canAddBefore = row.after.length <= 1 && row.after.length > 0;
  const canAddAfter = row.before.length <= 1 && row.before.length > 0;
  return (
    <details className="quick" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.t("texts.align.join")} <span className="hidden">{name}</span>
      </summary>
      {isOpen && (
        <div className="fields">
          {canAddBefore && (
            <SelectField
              label={words.t("texts.align.join.before")}
              value=""
              choices={choicesIn(older, row.before)}
              choose={(at) => add("before", at)}
            />
          )}
          {canAddAfter && (
            <SelectField
              label={words.t("texts.align.join.after")}
              value=""
              choices={choicesIn(newer, row.after)}
              choose={(at) => add("after", at)}
            />
          )}
        </div>
      )}
    </details>
  );
}

function ascending(places: readonly number[]): readonly number[] {
  return places.toSorted((one, other) => one - other);
}

const shownWords = 60;

function choicesIn(draft: AlignedDraft, taken: readonly number[]) {
  return [...draft.paragraphs.entries()]
    .filter(([at]) => !taken.includes(at))
    .map(([at, { text }]) => ({
      id: String(at),
      label: `${labelAt(draft, at)} · ${text.slice(0, shownWords).toWellFormed()}`,
    }));
}
