// The custody sheet of a piece of evidence: what the log says about it, what a person adds, and how it leaves.
import type { OpenCustody, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { Facts, Gaps, Lines, type NamedRecords } from "./custody-parts.tsx";
import { NewEntry } from "./new-entry.tsx";
import { ReleaseSheet } from "./release-sheet.tsx";

export function CustodyScreen({ evidence }: { readonly evidence: string }) {
  const { words } = useDesk();
  const record = useQuery<RecordPage>("record.show", { record: evidence }).value;
  const asked = useQuery<OpenCustody>("custody.sheet", { evidence });
  const custody = asked.value;
  const named = namedBy(record);
  if (custody === null) return <Waiting error={asked.error} />;
  return (
    <article className="page custody">
      <Crumbs
        trail={[
          { label: words.t("kind.evidence"), to: ["list", "evidence"] },
          { label: record?.label ?? "", to: ["evidence", evidence] },
        ]}
      />
      <h1>{words.t("desk.custody.title")}</h1>
      <p className="lead">{words.t("desk.custody.intro")}</p>
      <section className="card" aria-labelledby="exhibit-title">
        <h2 id="exhibit-title">{words.t("sheet.section.exhibit")}</h2>
        <Facts facts={custody.facts.filter(({ name }) => name !== "record")} named={named} />
      </section>
      <section aria-labelledby="lines-title">
        <h2 id="lines-title">{words.t("sheet.section.lines")}</h2>
        <p className="note">{words.t("sheet.lines.about")}</p>
        <Lines lines={custody.lines} named={named} />
      </section>
      <NewEntry evidence={evidence} />
      <section aria-labelledby="gaps-title">
        <h2 id="gaps-title">{words.t("sheet.section.gaps")}</h2>
        <Gaps gaps={custody.gaps} />
      </section>
      <ReleaseSheet evidence={evidence} />
    </article>
  );
}

/** The case that it is in, and what was made of it, as far as its page names them. */
function namedBy(record: RecordPage | null): NamedRecords {
  if (record === null) return new Map();
  const linked = record.linked.flatMap(({ kind, rows }) =>
    rows.map(({ id, label }) => [id, { kind, label }] as const),
  );
  return new Map([...Object.entries(record.labels), ...linked]);
}
