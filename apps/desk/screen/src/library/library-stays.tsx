// What stays inside, each with why, and because of whom or what; and what a withdrawn release holds back until a person lets
// it out again.
import { useState } from "react";
import type { PlannedLibrary } from "../api/contract/library.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { ItemLink } from "./library-changes.tsx";
import { LongList } from "./long-list.tsx";

type Withheld = PlannedLibrary["withheld"][number];

interface LibraryStaysProps {
  readonly planned: PlannedLibrary;
  readonly planAgain: (again: readonly string[]) => void;
}

export function LibraryStays({ planned, planAgain }: LibraryStaysProps) {
  const { words } = useDesk();
  const { withheld } = planned;
  const reasons = [...new Set(withheld.map(({ reason }) => reason))];
  return (
    <section className="card" aria-labelledby="stays-title">
      <h2 id="stays-title">
        {words.t("desk.library.stays", { count: numberWords(words, withheld.length) })}
      </h2>
      {withheld.length === 0 && <p>{words.t("desk.library.stays.none")}</p>}
      {reasons.map((reason) => {
        const rows = withheld.filter((each) => each.reason === reason);
        return (
          <details key={reason}>
            <summary>
              {words.t(`library.reason.${reason}`)}: {numberWords(words, rows.length)}
            </summary>
            <p className="note">{words.t(`library.release-by.${reason}`)}</p>
            <LongList rows={rows} draw={(row) => <WithheldRow key={row.record} row={row} />} />
          </details>
        );
      })}
      <Held planned={planned} planAgain={planAgain} />
    </section>
  );
}

function WithheldRow({ row: { record, kind, label, because, reason } }: { readonly row: Withheld }) {
  const { words } = useDesk();
  return (
    <li>
      <span>
        <ItemLink item={{ record, kind, title: label === "" ? words.t(`kind.${kind}.one`) : label }} />
        {because.length > 0 && (
          <small>
            {" · "}
            {words.t("desk.library.because")}{" "}
            {because.map((other) => (
              <span key={other.record} className="because">
                <a href={addressOf(other.kind, other.record)}>
                  <bdi>{other.label === "" ? words.t(`kind.${other.kind}.one`) : other.label}</bdi>
                </a>
                {reason === "no-consent" && other.kind === "person" && (
                  <>
                    {" "}
                    (
                    <a
                      href={addressOf("new", "consent", "person", other.record)}
                      aria-label={words.t("desk.library.consent.of", { who: other.label })}
                    >
                      {words.t("desk.library.consent")}
                    </a>
                    )
                  </>
                )}
              </span>
            ))}
          </small>
        )}
      </span>
    </li>
  );
}

function Held({ planned: { leaving }, planAgain }: LibraryStaysProps) {
  const { words } = useDesk();
  const [again, setAgain] = useState<readonly string[]>([]);
  const held = leaving.filter(({ isHeld }) => isHeld);
  if (held.length === 0) return null;
  const toggle = (record: string): void =>
    setAgain(again.includes(record) ? again.filter((each) => each !== record) : [...again, record]);
  return (
    <details>
      <summary>{words.t("desk.library.held", { count: numberWords(words, held.length) })}</summary>
      <p className="note">{words.t("desk.library.held.why")}</p>
      <LongList
        rows={held}
        draw={(item) => (
          <li key={item.record}>
            <label className="check">
              <input
                type="checkbox"
                checked={again.includes(item.record)}
                onChange={() => toggle(item.record)}
              />
              <span>
                <ItemLink item={item} />
              </span>
            </label>
          </li>
        )}
      />
      <p className="actions">
        <Action isDisabled={again.length === 0} onPress={() => planAgain(again)}>
          {words.t("desk.library.held.again")}
        </Action>
      </p>
    </details>
  );
}
