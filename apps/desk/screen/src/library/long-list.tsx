// A list that can be very long: its beginning, and more of it when somebody asks.
import { useState, type ReactNode } from "react";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";

interface LongListProps<Row> {
  readonly rows: readonly Row[];
  /** A list item with a key. */
  readonly draw: (row: Row) => ReactNode;
}

const step = 50;

export function LongList<Row>({ rows, draw }: LongListProps<Row>) {
  const { words } = useDesk();
  const [shown, setShown] = useState(step);
  return (
    <>
      <ul className="plain">{rows.slice(0, shown).map(draw)}</ul>
      {rows.length > shown && (
        <p className="actions">
          <span className="note">{words.t("desk.list.shown", { shown, count: rows.length })}</span>
          <Action quiet onPress={() => setShown(shown + step)}>
            {words.t("action.show-more")}
          </Action>
        </p>
      )}
    </>
  );
}
