// Which commitments a recommendation is about: what its words suggest, and what a person decided, each with the reason.
import type { EngagementLine } from "@tocsin/workspace";
import { useQuery } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { addressOf } from "../../router.ts";
import { QuickForm } from "./quick-form.tsx";
import { someFields } from "./some-fields.ts";
import type { SpecialProps } from "./special-props.ts";

export function RecommendationPart({ page }: SpecialProps) {
  const { words } = useDesk();
  const asked = useQuery<readonly EngagementLine[]>("engagement.list", { record: page.id });
  return (
    <section className="special card" aria-label={words.t("recommendation.commitments")}>
      <h2>{words.t("recommendation.commitments")}</h2>
      <p className="note">{words.t("special.recommendation.note")}</p>
      {asked.value === null ? <Waiting error={asked.error} /> : <Lines page={page} lines={asked.value} />}
    </section>
  );
}

function Lines({ page, lines }: SpecialProps & { readonly lines: readonly EngagementLine[] }) {
  const { words } = useDesk();
  if (lines.length === 0) return <p>{words.t("special.recommendation.nothing")}</p>;
  return (
    <ul className="plain">
      {lines.map((line) => (
        <Line key={line.commitment} page={page} line={line} />
      ))}
    </ul>
  );
}

function Line({ page, line }: SpecialProps & { readonly line: EngagementLine }) {
  const desk = useDesk();
  const { words, api } = desk;
  const { commitment, reference, isHeld, decision } = line;
  const key = `commitment.${reference ?? ""}.label`;
  const name = words.has(key) ? words.t(key) : (reference ?? words.t("kind.commitment.one"));
  const state = isHeld ? "held" : decision === null ? "suggested" : "refused";
  return (
    <li>
      <a href={addressOf("commitment", commitment)}>
        <bdi>{name}</bdi>
      </a>{" "}
      <small className={state === "suggested" ? "waits" : ""}>
        {words.t(`special.recommendation.${state}`)}
        {decision !== null && <bdi> · {decision.reason}</bdi>}
      </small>
      <QuickForm
        page={page}
        name={`decide-${commitment}`}
        title={words.t("special.recommendation.decide", { what: name })}
        fields={someFields(desk, "engagement", {
          names: ["decision", "reason"],
          required: ["decision", "reason"],
        }).map(({ fixed: _fixed, ...field }) => field)}
        submit={words.t("action.save")}
        send={(values) => api.run("engagement.decide", { record: page.id, commitment, ...values })}
      />
    </li>
  );
}
