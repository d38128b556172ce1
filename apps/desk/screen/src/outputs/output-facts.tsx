// What one release let out: for whom, who answered for it, what was withheld, and where readable copies lie.
import type { OutputsPage, Withdrawn } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { addressOf } from "../router.ts";
import { momentWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

export type Output = OutputsPage["rows"][number];

export function OutputFacts({ output }: { readonly output: Output }) {
  const { words } = useDesk();
  const { audience, format, approved, approvedBy, records, sha256, acknowledged, unread } = output;
  const line = [
    ...(audience === null
      ? []
      : [words.t("desk.outputs.for", { audience: codeLabel(words, "audiences", audience) })]),
    ...(format === null ? [] : [codeLabel(words, "outputFormats", format)]),
    ...(approved === null ? [] : [momentWords(words, approved)]),
    words.t("desk.outputs.records", { count: records }),
  ];
  return (
    <>
      {output.withdrawn !== null && <WithdrawnNote withdrawn={output.withdrawn} />}
      <p>{line.join(" · ")}</p>
      <p className={approvedBy === null ? "waits" : ""}>
        {approvedBy === null
          ? words.t("desk.outputs.nobody")
          : words.t("desk.outputs.approved", { who: approvedBy })}
        {output.case !== null && (
          <>
            {" · "}
            <a href={addressOf("case", output.case.record)}>
              <bdi>{output.case.label}</bdi>
            </a>
          </>
        )}
      </p>
      {acknowledged > 0 && (
        <p className="waits">{words.t("desk.outputs.acknowledged", { count: acknowledged })}</p>
      )}
      {unread > 0 && <p className="waits">{words.t("desk.outputs.unread", { count: unread })}</p>}
      <dl className="face">
        <dt>{words.t("desk.outputs.withheld")}</dt>
        <dd>{withheldWords(words, output)}</dd>
        <dt>{words.t("desk.outputs.copies")}</dt>
        <dd>
          <Copies output={output} />
        </dd>
      </dl>
      {sha256 !== null && <Hash value={sha256} />}
    </>
  );
}

function WithdrawnNote({ withdrawn: { when, why, by } }: { readonly withdrawn: Withdrawn }) {
  const { words } = useDesk();
  return (
    <div className="in-clear">
      <p>
        <strong>
          {words.t("desk.outputs.withdrawn", { date: momentWords(words, when), who: by ?? "—" })}
        </strong>
      </p>
      {why !== null && (
        <p>
          <bdi>{why}</bdi>
        </p>
      )}
      <p>{words.t("desk.outputs.withdrawn.reach")}</p>
    </div>
  );
}

function withheldWords(words: ReturnType<typeof useDesk>["words"], output: Output): string {
  const { withheld, isWithheldAtLeast } = output;
  if (withheld.length === 0) return words.t("desk.outputs.withheld.none");
  const some = withheld.map(({ reason, count }) =>
    words.t("desk.outputs.withheld.some", { reason: words.t(`consent.reason.${reason}`), count }),
  );
  return [...some, ...(isWithheldAtLeast ? [words.t("desk.outputs.withheld.least")] : [])].join(" · ");
}

function Copies({ output: { copies } }: { readonly output: Output }) {
  const { words } = useDesk();
  if (copies.length === 0) return <>{words.t("desk.outputs.copies.none")}</>;
  return (
    <ul className="copies">
      {copies.map(({ record, title, where, lies }) => (
        <li key={record}>
          {where === null ? (
            <>
              <bdi>{title}</bdi> ({words.t("desk.clear.download")})
            </>
          ) : (
            <code dir="ltr">{where}</code>
          )}{" "}
          <small className={lies ? "waits" : ""}>
            {words.t(lies ? "desk.outputs.copies.lies" : "desk.outputs.copies.gone")}
          </small>
        </li>
      ))}
    </ul>
  );
}
