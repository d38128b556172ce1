// A site is cut: measurement files in, verdicts with their reasons out. Needs no vault and writes nothing.
import { useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import { Steps } from "../parts/steps.tsx";
import { navigate } from "../router.ts";

export function SiteCut() {
  const { words, api, jobs } = useDesk();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const { run, isBusy } = useAction();
  const start = async (): Promise<void> => {
    const { job } = await api.examine({ paths, indicators: [], consent: null });
    jobs.refresh();
    navigate("examination", job);
  };
  return (
    <article className="page narrow">
      <h1>{words.t("desk.door.site")}</h1>
      <Steps names={[words.t("desk.site.step.file"), words.t("desk.site.step.verdict")]} at={0} />
      <div className="fields">
        <p>{words.t("desk.site.intro")}</p>
        <ul>
          <li>{words.t("desk.site.how")}</li>
          <li>{words.t("desk.site.risk")}</li>
        </ul>
        <PathPicker label={words.t("desk.site.files")} chosen={paths} choose={setPaths} many />
        <p className="actions">
          <Action primary isDisabled={isBusy || paths.length === 0} onPress={() => run(start)}>
            {words.t("desk.site.analyse")}
          </Action>
        </p>
      </div>
    </article>
  );
}
