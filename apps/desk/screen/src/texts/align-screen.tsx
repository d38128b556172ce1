// Which paragraphs of two drafts belong together: proposed by likeness, confirmed by a person, one by one or all sure ones at
// once. The arrow keys go from pair to pair, Enter confirms, Delete takes apart; every press is kept.
import { useRef, useState, type KeyboardEvent } from "react";
import type { DraftAlignment } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { AlignRowLine } from "./align-row.tsx";
import {
  apart,
  confirm,
  decidedIn,
  isSure,
  reopen,
  rowsOf,
  type AlignRow,
  type Decided,
} from "./align-state.ts";
import type { TwoDrafts } from "./compare-screen.tsx";

export function AlignScreen({ older, newer }: TwoDrafts) {
  const { value, error } = useQuery<DraftAlignment>("draft.alignment", { older, newer });
  if (value === null) return <Waiting error={error} />;
  return <Aligning alignment={value} />;
}

type Only = "all" | "open";

function Aligning({ alignment }: { readonly alignment: DraftAlignment }) {
  const { words } = useDesk();
  const [name, setName] = useState("");
  const [only, setOnly] = useState<Only>("all");
  const keeping = useKeeping(alignment, name);
  const rows = rowsOf(alignment);
  const sure = rows.filter(isSure);
  const shown = only === "all" ? rows : rows.filter(({ byPerson, kind }) => !byPerson && kind !== "removed");
  const decided = decidedIn(alignment);
  return (
    <article className="page wide texts align">
      <Way to={alignment.newer} />
      <h1>{words.t("texts.align")}</h1>
      <p className="note">{words.t("texts.align.note")}</p>
      <FormField
        label={words.t("alignment.confirmedBy")}
        help={words.t("texts.align.name.help")}
        value={name}
        change={setName}
        required
      />
      <div className="draft-bar">
        <output>
          {countWords(words, decided)} {words.t("texts.align.sure", { count: sure.length })}
        </output>
        <span className="actions">
          <Action
            primary
            isDisabled={keeping.isLocked || sure.length === 0}
            onPress={() => keeping.keep(confirm(decided, sure))}
          >
            {words.t("texts.align.all-sure")}
          </Action>
          <label className="check">
            <input
              type="checkbox"
              checked={only === "open"}
              onChange={() => setOnly(only === "open" ? "all" : "open")}
            />
            {words.t("texts.align.open-only")}
          </label>
          <Go to={["draft", alignment.newer.record, "compare", alignment.older.record]}>
            {words.t("texts.compare")}
          </Go>
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="empty">{words.t("texts.align.all-done")}</p>
      ) : (
        <Rows alignment={alignment} rows={shown} decided={decided} keeping={keeping} />
      )}
    </article>
  );
}

function Way({ to: { record, title } }: { readonly to: DraftAlignment["newer"] }) {
  const { words } = useDesk();
  return (
    <Crumbs
      trail={[
        { label: words.t("kind.draft"), to: ["list", "draft"] },
        { label: title, to: ["draft", record] },
      ]}
    />
  );
}

function countWords(words: ReturnType<typeof useDesk>["words"], { confirmed, open }: Decided): string {
  return words.t("texts.align.counts", { confirmed: confirmed.length, open: open.length });
}

interface Keeping {
  /** Nothing can be kept without a name, or while something is on its way. */
  readonly isLocked: boolean;
  readonly keep: (next: Decided) => void;
}

function useKeeping({ older, newer, confirmed }: DraftAlignment, name: string): Keeping {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const by = name.trim();
  const keep = async ({ confirmed: links, open }: Decided): Promise<void> => {
    await api.run("draft.align", {
      older: older.record,
      newer: newer.record,
      links,
      open,
      by: { text: by, lang: words.locale },
      ...(confirmed === null ? {} : { alignment: confirmed }),
    });
    announce(words.t("texts.align.counts", { confirmed: links.length, open: open.length }));
    changed();
  };
  return {
    isLocked: by === "" || isBusy,
    keep: (next) => {
      if (by !== "" && !isBusy) run(() => keep(next));
    },
  };
}

interface RowsProps {
  readonly alignment: DraftAlignment;
  readonly rows: readonly AlignRow[];
  readonly decided: Decided;
  readonly keeping: Keeping;
}

function Rows({ alignment, rows, decided, keeping }: RowsProps) {
  const { words } = useDesk();
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    if (event.target.dataset["pair"] === undefined) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("[data-pair]") ?? [])];
    const next = buttons[step(buttons.indexOf(event.target), buttons.length - 1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // Arrow keys are heard from the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol
      className="plain align-rows"
      ref={list}
      onKeyDown={onKeyDown}
      aria-label={words.t("texts.align.pairs")}
    >
      {rows.map((row) => (
        <AlignRowLine
          key={`${row.before.join(",")}>${row.after.join(",")}`}
          row={row}
          alignment={alignment}
          isLocked={keeping.isLocked}
          confirm={() => keeping.keep(row.byPerson ? reopen(decided, row) : confirm(decided, [row]))}
          apart={() => keeping.keep(apart(decided, row))}
          join={(link) => keeping.keep(confirm(decided, [link]))}
        />
      ))}
    </ol>
  );
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};
