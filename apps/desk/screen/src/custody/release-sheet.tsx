// How the sheet leaves: for whom, what they would read and what stays inside, and only then who answers for it.
import { useCallback, useState } from "react";
import type { CustodyPlan } from "@tocsin/workspace";
import type { WrittenCustody } from "../api/contract/custody.ts";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { AudienceAndLanguageChooser, outputLocale } from "../fields/audience-and-language.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";
import { Facts, Lines } from "./custody-parts.tsx";

export function ReleaseSheet({ evidence }: { readonly evidence: string }) {
  const { words, session } = useDesk();
  const [whom, setWhom] = useState({ audience: "court", lang: outputLocale(session) });
  return (
    <section className="no-print" aria-labelledby="release-title">
      <h2 id="release-title">{words.t("desk.custody.release")}</h2>
      <p className="note">{words.t("desk.custody.release.why")}</p>
      <AudienceAndLanguageChooser
        value={whom}
        languageLabel={words.t("desk.custody.release.language")}
        choose={setWhom}
      />
      <Planned key={`${whom.audience} ${whom.lang}`} evidence={evidence} {...whom} />
    </section>
  );
}

interface PlannedProps {
  readonly evidence: string;
  readonly audience: string;
  readonly lang: string;
}

function Planned({ evidence, audience, lang }: PlannedProps) {
  const { words, api, version } = useDesk();
  const asked = useAnswer<CustodyPlan>(
    useCallback(() => api.planCustody({ evidence, audience }), [api, evidence, audience]),
    version,
  );
  const plan = asked.value;
  if (plan === null) return <Waiting error={asked.error} />;
  return (
    <>
      <div className="card">
        <Counts withheld={plan.withheld} struck={plan.struck} />
        <details>
          <summary>{words.t("desk.custody.release.reads")}</summary>
          <Facts facts={plan.custody.facts} />
          <Lines lines={plan.custody.lines} />
        </details>
      </div>
      <ApproveOutputs
        earlier={plan.earlier}
        write={(approved) => api.writeCustody({ evidence, audience, lang, ...approved })}
        result={(written: WrittenCustody) => (
          <>
            <Counts withheld={written.withheld} struck={written.struck} />
            <Outputs written={written} />
          </>
        )}
      />
    </>
  );
}

function Counts({ withheld, struck }: Pick<CustodyPlan, "withheld" | "struck">) {
  const { words } = useDesk();
  return (
    <>
      <p>{words.t("desk.custody.release.withheld", { count: withheld })}</p>
      {struck > 0 && <p>{words.t("desk.custody.release.struck", { count: struck })}</p>}
    </>
  );
}
