// The public library: when the last one left, what the organisation says of it, and what would leave now. Nothing leaves
// before somebody has looked at that and approved it.
import { useState } from "react";
import type { LastLibraryRelease } from "@tocsin/workspace";
import type { PlannedLibrary } from "../api/contract/library.ts";
import { useQuery, useWork } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { WithdrawRelease } from "../records/special/withdraw-release.tsx";
import { StoppableWork } from "../tables/stoppable-work.tsx";
import { LastRelease } from "./last-release.tsx";
import { PlanLibrary } from "./planned-library.tsx";
import { planInputOf, saidBefore } from "./said-of-it.ts";
import { SaidForm } from "./said-form.tsx";

export function LibraryScreen() {
  const { words } = useDesk();
  const { value, error } = useLastLibrary();
  return (
    <article className="page library">
      <h1>{words.t("desk.library.title")}</h1>
      <p className="lead">{words.t("desk.library.lead")}</p>
      {value === undefined ? <Waiting error={error} /> : <Library last={value} />}
    </article>
  );
}

/** `undefined` before it is known: null says that none left. */
function useLastLibrary() {
  const asked = useQuery<{ readonly last: LastLibraryRelease | null }>("library.last", {});
  return { value: asked.value === null ? undefined : asked.value.last, error: asked.error };
}

function Library({ last }: { readonly last: LastLibraryRelease | null }) {
  const { words, api, session } = useDesk();
  const whole = session.locales.filter(({ isWhole }) => isWhole).map(({ code }) => code);
  const [said, setSaid] = useState(() => saidBefore(words, last, whole));
  const work = useWork<PlannedLibrary>("library-plan");
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [plannedWith, setPlannedWith] = useState(reasons);
  const [files, setFiles] = useState<readonly string[] | null>(null);
  const [plannedFiles, setPlannedFiles] = useState(files);
  const plan = (again: readonly string[]): void => {
    setPlannedWith(reasons);
    setPlannedFiles(files);
    work.start(() => api.planLibrary(planInputOf(said, words, { last, again, reasons, files })));
  };
  const choice = { chosen: files, choose: setFiles, isPlanned: plannedFiles === files };
  const told = { reasons, tell: setReasons, isPlanned: plannedWith === reasons };
  return (
    <>
      <LastRelease last={last} />
      {last !== null && !last.isWithdrawn && <WithdrawRelease release={last.release} isLibrary />}
      <SaidForm said={said} change={setSaid} isBusy={work.isBusy} plan={() => plan([])} />
      <StoppableWork job={work.job} />
      {work.result !== null && (
        <PlanLibrary
          key={work.result.id}
          planned={work.result}
          planAgain={plan}
          told={told}
          choice={choice}
        />
      )}
    </>
  );
}
