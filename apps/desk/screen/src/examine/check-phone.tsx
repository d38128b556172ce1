// Check a phone: who allowed it, what to examine, then the result. Needs no vault and writes nothing.
import type { Submitted } from "../parts/submitted.ts";
import { useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import { Steps } from "../parts/steps.tsx";
import { navigate } from "../router.ts";

export function CheckPhone() {
  const { words } = useDesk();
  const [consent, setConsent] = useState("");
  const [isAllowed, setAllowed] = useState(false);
  return (
    <article className="page narrow">
      <h1>{words.t("desk.door.phone")}</h1>
      <Steps
        names={[
          words.t("desk.phone.step.consent"),
          words.t("desk.phone.step.backup"),
          words.t("desk.phone.step.result"),
        ]}
        at={isAllowed ? 1 : 0}
      />
      {isAllowed ? (
        <WhatToExamine consent={consent} back={() => setAllowed(false)} />
      ) : (
        <Consent consent={consent} change={setConsent} go={() => setAllowed(true)} />
      )}
    </article>
  );
}

interface ConsentProps {
  readonly consent: string;
  readonly change: (consent: string) => void;
  readonly go: () => void;
}

function Consent({ consent, change, go }: ConsentProps) {
  const { words } = useDesk();
  const submit = (event: Submitted): void => {
    event.preventDefault();
    if (consent.trim() !== "") go();
  };
  return (
    <form className="fields" onSubmit={submit} autoComplete="off">
      <h2>{words.t("desk.phone.consent.title")}</h2>
      <p>{words.t("desk.phone.consent.intro")}</p>
      <ul>
        <li>{words.t("desk.phone.consent.sees")}</li>
        <li>{words.t("desk.phone.consent.stays")}</li>
        <li>{words.t("desk.phone.consent.limits")}</li>
      </ul>
      <FormField
        label={words.t("desk.evidence.consent")}
        help={words.t("desk.phone.consent.help")}
        value={consent}
        change={change}
        multiline
        required
      />
      <p className="actions">
        <Action primary isSubmit isDisabled={consent.trim() === ""}>
          {words.t("action.next")}
        </Action>
      </p>
    </form>
  );
}

interface WhatToExamineProps {
  readonly consent: string;
  readonly back: () => void;
}

function WhatToExamine({ consent, back }: WhatToExamineProps) {
  const { words, api, jobs } = useDesk();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const [indicators, setIndicators] = useState<readonly string[]>([]);
  const { run, isBusy } = useAction();
  const start = async (): Promise<void> => {
    const { job } = await api.examine({ paths, indicators, consent });
    jobs.refresh();
    navigate("examination", job);
  };
  return (
    <div className="fields">
      <h2>{words.t("desk.phone.step.backup")}</h2>
      <p>{words.t("desk.phone.backup.intro")}</p>
      <PathPicker label={words.t("desk.phone.backup")} chosen={paths} choose={setPaths} />
      <HowToGet what="backup" />
      <PathPicker label={words.t("desk.indicators")} chosen={indicators} choose={setIndicators} many />
      <p className="note">{words.t("desk.indicators.help")}</p>
      <HowToGet what="indicators" />
      <p className="actions">
        <Action onPress={back}>{words.t("action.back")}</Action>
        <Action primary isDisabled={isBusy || paths.length === 0} onPress={() => run(start)}>
          {words.t("desk.evidence.examine")}
        </Action>
      </p>
    </div>
  );
}

/** As the guide says it. */
function HowToGet({ what }: { readonly what: "backup" | "indicators" }) {
  const { words } = useDesk();
  return (
    <details>
      <summary>{words.t(`desk.phone.how.${what}`)}</summary>
      <p>{words.t(`manual.examine-phone.${what}`)}</p>
    </details>
  );
}
