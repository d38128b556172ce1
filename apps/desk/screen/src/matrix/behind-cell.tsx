// What one number counts: the records, newest first, and the way to all that is known of the cell.
import { useEffect, useRef } from "react";
import type { MatrixRecords } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { matrixAddress, type MatrixPlace } from "./matrix-address.ts";
import type { ShownNumber } from "./shown-number.ts";

interface BehindCellProps {
  readonly place: MatrixPlace;
  readonly shown: ShownNumber;
  readonly title: string;
  readonly close: () => void;
  /** Absent on the page of the place itself. */
  readonly isLeading?: boolean;
}

export function BehindCell({
  place,
  shown: { kind, status },
  title,
  close,
  isLeading = false,
}: BehindCellProps) {
  const { words } = useDesk();
  const asked = useQuery<MatrixRecords>("matrix.records", {
    kind,
    ...place,
    ...(status === undefined ? {} : { apart: status }),
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    // Escape is heard from everything inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="card behind-cell no-print"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {asked.value === null ? <Waiting error={asked.error} /> : <Rows found={asked.value} />}
      <p className="actions">
        {isLeading && <Go to={matrixAddress(place)}>{words.t("desk.matrix.cell")}</Go>}
        <Action onPress={close}>{words.t("action.close")}</Action>
      </p>
    </section>
  );
}

function Rows({ found: { rows, total } }: { readonly found: MatrixRecords }) {
  const { words } = useDesk();
  return (
    <>
      {rows.length === 0 && <p className="note">{words.t("desk.matrix.nothing")}</p>}
      <ul className="plain">
        {rows.map(({ id, kind, label, labelLang, sort, created }) => (
          <li key={id}>
            <a href={addressOf(kind, id)}>
              <bdi lang={labelLang}>{label === "" ? words.t(`kind.${kind}.one`) : label}</bdi>
            </a>
            {sort !== created && <span>{dateWords(words, new Date(sort).toISOString().slice(0, 10))}</span>}
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="note">{words.t("desk.counts.behind.more", { shown: rows.length, total })}</p>
      )}
    </>
  );
}
