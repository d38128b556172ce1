import type { OutputsPage } from "@tocsin/workspace";
import { useQuery } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { OutputFacts } from "../../outputs/output-facts.tsx";
import { Go } from "../../parts/action.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { WithdrawRelease } from "./withdraw-release.tsx";
import type { SpecialProps } from "./special-props.ts";

/** What left by it; all of what left is one link away. */
export function ReleasePart({ page }: SpecialProps) {
  const { words } = useDesk();
  const asked = useQuery<OutputsPage["rows"][number] | null>("output.page", { release: page.id });
  const output = asked.value;
  return (
    <section className="special card output" aria-label={words.t("special.release")}>
      {output === null ? <Waiting error={asked.error} /> : <OutputFacts output={output} />}
      {output !== null && output.withdrawn === null && (
        <WithdrawRelease release={page.id} isLibrary={output.format === "library"} />
      )}
      <p className="actions no-print">
        <Go to={["outputs"]}>{words.t("desk.outputs.title")}</Go>
      </p>
    </section>
  );
}
