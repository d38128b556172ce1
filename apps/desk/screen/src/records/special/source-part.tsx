// How far a source is trusted, and apart from that how far what it says is borne out; and what rests on it.
import { useDesk } from "../../desk.tsx";
import { plainText } from "../../fields/plain-text.ts";
import { codeLabel, definitionOf } from "../../words/labels.ts";
import { LinkedRows } from "./linked-rows.tsx";
import type { SpecialProps } from "./special-props.ts";

/** What stands on a source, by kind and the field that names it. */
const resting: readonly (readonly [kind: string, field: string])[] = [
  ["incident", "sources"],
  ["measure", "sources"],
  ["statement", "source"],
];

export function SourcePart({ page }: SpecialProps) {
  const { words } = useDesk();
  const groups = page.linked.filter((group) =>
    resting.some(([kind, field]) => group.kind === kind && group.field === field),
  );
  return (
    <section className="special" aria-label={words.t("special.source")}>
      {page.values["protection"] === true && <p className="waits">{words.t("special.source.protected")}</p>}
      <dl className="apart">
        <Rating page={page} name="reliability" />
        <Rating page={page} name="credibility" />
      </dl>
      <p className="note">{words.t("special.source.apart")}</p>
      <h2>{words.t("special.source.rests")}</h2>
      {groups.length === 0 && <p className="note">{words.t("special.source.rests.nothing")}</p>}
      {groups.map((group) => (
        <LinkedRows key={group.kind} group={group} level={3} className="inline-links" />
      ))}
    </section>
  );
}

function Rating({ page, name }: SpecialProps & { readonly name: "reliability" | "credibility" }) {
  const { words } = useDesk();
  const value = page.values[name];
  const code = value === undefined ? null : plainText(value);
  const means = code === null ? null : definitionOf(words, name, code);
  return (
    <div className="card">
      <dt>{words.t(`source.${name}`)}</dt>
      <dd>
        {code === null ? (
          <span className="waits">{words.t("special.unrated")}</span>
        ) : (
          <strong>{codeLabel(words, name, code)}</strong>
        )}
        {means !== null && <p className="note">{means}</p>}
      </dd>
    </div>
  );
}
