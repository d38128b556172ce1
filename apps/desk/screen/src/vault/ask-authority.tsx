// Asks an authority for a timestamp over the network: the one act by which the desk connects to another computer. What
// that discloses is said before, and the address is typed each time.
import { useState } from "react";
import type { AttachedAnswer } from "../api/contract/anchors.ts";
import { useWork } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { base64Of, FileField, Verdict } from "./timestamp-parts.tsx";
import { WorkState } from "./work-state.tsx";

export function AskAuthority() {
  const { words, api, jobs } = useDesk();
  const [authority, setAuthority] = useState("");
  const [trusted, setTrusted] = useState<File | null>(null);
  const work = useWork<AttachedAnswer>("timestamp");
  const ask = (event: Submitted): void => {
    event.preventDefault();
    work.start(async () =>
      api.askAuthority({
        authority: authority.trim(),
        ...(trusted === null ? {} : { trusted: await base64Of(trusted) }),
      }),
    );
  };
  const running = work.job?.state === "running" ? work.job : null;
  return (
    <details>
      <summary>{words.t("desk.anchors.ask")}</summary>
      <form className="fields" onSubmit={ask} autoComplete="off">
        <Discloses />
        <FormField
          label={words.t("desk.anchors.ask.address")}
          help={words.t("desk.anchors.ask.address.help")}
          value={authority}
          change={setAuthority}
          required
        />
        <FileField label={words.t("desk.anchors.trusted")} choose={setTrusted} />
        <div className="actions">
          <Action primary isSubmit isDisabled={work.isBusy || authority.trim() === ""}>
            {words.t("desk.anchors.ask.action")}
          </Action>
          {running !== null && (
            <Action onPress={() => void jobs.stop(running.id)}>{words.t("desk.anchors.ask.stop")}</Action>
          )}
        </div>
        <WorkState job={work.job} />
        <output>{work.result !== null && <Verdict verdict={work.result.verdict} />}</output>
      </form>
    </details>
  );
}

function Discloses() {
  const { words } = useDesk();
  return (
    <div className="in-clear">
      <p>
        <strong>{words.t("desk.anchors.ask.connects")}</strong>
      </p>
      <ul>
        {["sent", "seen", "kept", "instead"].map((name) => (
          <li key={name}>{words.t(`desk.anchors.ask.${name}`)}</li>
        ))}
      </ul>
    </div>
  );
}
