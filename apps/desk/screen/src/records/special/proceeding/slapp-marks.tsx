// What can suggest an abusive lawsuit, each mark with what it is seen in and whose words it follows: never a verdict.
import type { ProceedingPage } from "@tocsin/workspace";
import { useDesk } from "../../../desk.tsx";
import { addressOf } from "../../../router.ts";
import { codeLabel } from "../../../words/labels.ts";

type Mark = ProceedingPage["slapp"][number];

/** The vocabulary that the codes of a mark are of. */
const vocabularies: Readonly<Record<string, string>> = {
  "usual-charges": "chargeFamilies",
  dismissed: "outcomes",
  dropped: "outcomes",
};

export function SlappMarks({ found: { slapp, labels } }: { readonly found: ProceedingPage }) {
  const { words } = useDesk();
  return (
    <section aria-labelledby="slapp-title">
      <h2 id="slapp-title">{words.t("slapp.title")}</h2>
      <p className="note">{words.t("slapp.note")}</p>
      {slapp.length === 0 ? (
        <p>{words.t("slapp.none")}</p>
      ) : (
        <ul className="card plain slapp">
          {slapp.map((mark) => (
            <li key={mark.mark}>
              <SlappMark mark={mark} labels={labels} />
            </li>
          ))}
        </ul>
      )}
      <p className="note">{words.t("slapp.not-looked")}</p>
    </section>
  );
}

function SlappMark({ mark, labels }: { readonly mark: Mark; readonly labels: ProceedingPage["labels"] }) {
  const { words } = useDesk();
  const { mark: name, records, codes, source, checked } = mark;
  const vocabulary = vocabularies[name];
  return (
    <div>
      <strong>{words.t(`slapp.mark.${name}`)}</strong>
      {vocabulary !== undefined && (
        <> · {codes.map((code) => codeLabel(words, vocabulary, code)).join(" · ")}</>
      )}
      {records.length > 0 && (
        <ul className="inline-links">
          {records.map((record) => {
            const known = labels[record];
            return known === undefined ? null : (
              <li key={record}>
                <a href={addressOf(known.kind, record)}>
                  <bdi>{known.label === "" ? words.t(`kind.${known.kind}.one`) : known.label}</bdi>
                </a>
              </li>
            );
          })}
        </ul>
      )}
      <p className="note">
        {words.t(`slapp.means.${name}`)}{" "}
        <small>
          {words.t(`slapp.source.${source}`)}
          {!checked && <> · {words.t("slapp.unchecked")}</>}
        </small>
      </p>
    </div>
  );
}
