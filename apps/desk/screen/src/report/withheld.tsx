// What does not leave, and why: names, and the fields that stay inside. Shown before anything is written.
import type { CasePage } from "@tocsin/workspace";
import type { ReportPreview } from "../api/contract/report.ts";
import { useQuery } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { codeLabel, textOr } from "../words/labels.ts";

interface WithheldProps {
  readonly preview: ReportPreview;
  readonly audience: string;
  readonly caseId: string;
}

export function Withheld({ preview, audience, caseId }: WithheldProps) {
  const words = useWords();
  return (
    <section className="card no-print" aria-labelledby="withheld-title">
      <h2 id="withheld-title">
        {words.t("desk.report.withheld", { audience: codeLabel(words, "audiences", audience) })}
      </h2>
      <Names withheld={preview.withheld} caseId={caseId} />
      <Fields fields={preview.fields} />
    </section>
  );
}

interface NamesProps {
  readonly withheld: ReportPreview["withheld"];
  readonly caseId: string;
}

function Names({ withheld, caseId }: NamesProps) {
  const words = useWords();
  const { value: page, error } = useQuery<CasePage>("case.page", { case: caseId });
  if (withheld.length === 0) return <p>{words.t("report.about.nothing-withheld")}</p>;
  // Without their names nobody can tell who stays inside; where they cannot be had, how many is better than nothing.
  if (page === null && error === null) return <Waiting error={null} />;
  const people = page?.people ?? [];
  return (
    <>
      <p>{words.t("desk.release.withheld", { count: withheld.length })}</p>
      <ul className="plain">
        {withheld.map(({ record, kind, reason }) => (
          <li key={record}>
            <a href={addressOf(kind, record)}>
              <bdi>
                {people.find(({ person }) => person === record)?.label ?? words.t(`kind.${kind}.one`)}
              </bdi>
            </a>
            <small className="waits">{textOr(words, `consent.reason.${reason}`, reason)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** By kind: the fields that stay inside, and those that leave less exactly. */
function Fields({ fields }: { readonly fields: ReportPreview["fields"] }) {
  const { words, definitions } = useDesk();
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  const groups = definitions.kinds.flatMap(({ form }) => {
    const leaving = fields[form.kind];
    if (leaving === undefined) return [];
    const labels = (how: string | undefined): readonly string[] =>
      form.fields.filter(({ name }) => leaving[name] === how).map(({ label }) => words.t(label));
    return [{ kind: form.kind, inside: labels(undefined), coarse: labels("coarse") }];
  });
  return (
    <details>
      <summary>{words.t("desk.report.fields")}</summary>
      <dl className="face">
        {groups.flatMap(({ kind, inside, coarse }) => [
          <dt key={`${kind}-term`}>{words.t(`kind.${kind}`)}</dt>,
          <dd key={kind}>
            {inside.length > 0 && (
              <p>{words.t("desk.report.fields.inside", { list: list.format(inside) })}</p>
            )}
            {coarse.length > 0 && (
              <p>{words.t("desk.report.fields.coarse", { list: list.format(coarse) })}</p>
            )}
            {inside.length + coarse.length === 0 && <p>{words.t("desk.report.fields.all")}</p>}
          </dd>,
        ])}
      </dl>
    </details>
  );
}
