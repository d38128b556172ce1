// What a bundle would let out, whole: a signed entry cannot be shown in part.
import type { BundlePlan } from "@tocsin/workspace";
import { kindNamed, useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { numberWords, sizeWords } from "../words/amounts.ts";

export function BundleContents({ plan }: { readonly plan: BundlePlan }) {
  const { words } = useDesk();
  const { records, exhibits, operations, bytes } = plan;
  return (
    <section className="card" aria-labelledby="contents-title">
      <h2 id="contents-title">{words.t("desk.bundle.contents")}</h2>
      <p>
        {words.t("desk.bundle.counts", {
          records: numberWords(words, records.length),
          entries: numberWords(words, operations.length),
          exhibits: numberWords(words, exhibits.length),
          size: sizeWords(words, bytes),
        })}
      </p>
      <p className="waits">{words.t("desk.bundle.whole")}</p>
      <details>
        <summary>{words.t("desk.bundle.records")}</summary>
        <ul className="plain">
          {records.map(({ id, kind, title, operations: count }) => (
            <li key={id}>
              <a href={addressOf(kind, id)}>
                <bdi>{title === "" ? words.t(`kind.${kind}.one`) : title}</bdi>
              </a>{" "}
              <small>
                {words.t(`kind.${kind}.one`)} · {words.t("desk.bundle.entries", { count })}
              </small>
              <GuardedFields plan={plan} record={id} kind={kind} />
            </li>
          ))}
        </ul>
      </details>
      {exhibits.length > 0 && (
        <>
          <h3>{words.t("bundle.cover.exhibits")}</h3>
          <ul className="plain">
            {exhibits.map(({ name, title, part, size }) => (
              <li key={name}>
                <bdi>{part === "listing" ? words.t("bundle.listing", { title }) : title}</bdi>{" "}
                <small>{sizeWords(words, size)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface GuardedFieldsProps {
  readonly plan: BundlePlan;
  readonly record: string;
  readonly kind: string;
}

/** Fields that are guarded or sensitive by their definition, and leave all the same. */
function GuardedFields({ plan, record, kind }: GuardedFieldsProps) {
  const { words, definitions } = useDesk();
  const fields = kindNamed(definitions, kind)?.form.fields ?? [];
  const own = plan.operations.filter((operation) => operation.record === record);
  const guarded = [...new Set(own.flatMap((operation) => operation.guarded))];
  if (guarded.length === 0) return null;
  const labels = guarded.map((name) => {
    const label = fields.find((field) => field.name === name)?.label;
    return label === undefined ? name : words.t(label);
  });
  const list = new Intl.ListFormat(words.locale, { type: "unit" }).format(labels);
  return <small className="waits">{words.t("desk.bundle.guarded", { list })}</small>;
}
