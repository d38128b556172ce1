// Records that may be of one person, organisation or incident: pairs with the reasons beside them. A person decides.
import { useRef, useState } from "react";
import type { Duplicate, Duplicates } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { Apart, SayOfPair } from "./apart.tsx";
import { ComparePair } from "./compare-pair.tsx";

const duplicateKinds: readonly string[] = ["person", "organisation", "incident"];

/** Where `kind` is no kind that can have duplicates, people are shown. */
export function DuplicatesScreen({ kind: wanted }: { readonly kind: string }) {
  const { words } = useDesk();
  const kind = duplicateKinds.includes(wanted) ? wanted : "person";
  const asked = useQuery<Duplicates>("duplicates", { kind });
  return (
    <article className="page">
      <h1>{words.t("desk.duplicates.title")}</h1>
      <p className="note">{words.t("desk.duplicates.why")}</p>
      <nav className="actions" aria-label={words.t("desk.duplicates.title")}>
        {duplicateKinds.map((each) => (
          <a
            key={each}
            className={each === kind ? "btn primary" : "btn"}
            href={addressOf("duplicates", each)}
            {...(each === kind ? { "aria-current": "page" as const } : {})}
          >
            {words.t(`kind.${each}`)}
          </a>
        ))}
      </nav>
      {asked.value === null ? <Waiting error={asked.error} /> : <Pairs kind={kind} found={asked.value} />}
    </article>
  );
}

function Pairs({ kind, found }: { readonly kind: string; readonly found: Duplicates }) {
  const { words } = useDesk();
  const sum = useRef<HTMLParagraphElement>(null);
  // What was pressed goes away with its pair.
  const settle = (): void => sum.current?.focus();
  return (
    <>
      <p ref={sum} tabIndex={-1}>
        {words.t("desk.duplicates.looked", { count: found.looked, pairs: found.pairs.length })}
      </p>
      {found.pairs.length === 0 && <p className="note">{words.t("desk.duplicates.none")}</p>}
      {found.pairs.map((pair) => (
        <Pair key={pair.records.join()} kind={kind} pair={pair} onSettled={settle} />
      ))}
      {found.apart.length > 0 && <Apart kind={kind} pairs={found.apart} onSettled={settle} />}
    </>
  );
}

interface PairProps {
  readonly kind: string;
  readonly pair: Duplicate;
  readonly onSettled: () => void;
}

function Pair({ kind, pair, onSettled }: PairProps) {
  const { words } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [first, second] = pair.records;
  const named = pair.labels.join(" · ");
  return (
    <section className="card" aria-label={named}>
      <h2>
        <bdi>{pair.labels[0]}</bdi> · <bdi>{pair.labels[1]}</bdi>
      </h2>
      <ul>
        {pair.reasons.map((reason) => (
          <li key={reason}>{words.t(`desk.duplicates.reason.${reason}`)}</li>
        ))}
      </ul>
      <p className="actions">
        {!isOpen && (
          <Action onPress={() => setOpen(true)} label={`${words.t("desk.duplicates.compare")}: ${named}`}>
            {words.t("desk.duplicates.compare")}
          </Action>
        )}
        <SayOfPair name="record.apart" pair={pair} onSettled={onSettled} />
      </p>
      {isOpen && <ComparePair kind={kind} first={first} second={second} onMerged={onSettled} />}
    </section>
  );
}
