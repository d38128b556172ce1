// Making the copy, and looking at it before anything else is done with it.
import { useState } from "react";
import type { RedactedResult, Region, ShownPages } from "../api/contract/redact.ts";
import { useWork } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { WorkState } from "../vault/work-state.tsx";
import { TurnPages, useTurning } from "./pages.tsx";
import { isSame } from "./regions.ts";

interface MakeCopyProps {
  readonly evidence: string;
  readonly regions: readonly Region[];
}

export function MakeCopy({ evidence, regions }: MakeCopyProps) {
  const { words, api, session } = useDesk();
  const [why, setWhy] = useState("");
  const [by, setBy] = useState(session.settings.me);
  const [title, setTitle] = useState("");
  const work = useWork<RedactedResult>("redact", evidence);
  const isReady = why.trim() !== "" && by.trim() !== "";
  const make = (event: Submitted): void => {
    event.preventDefault();
    if (!isReady) return;
    const parts = regions.map(({ x, y, width, height }) => ({ x, y, width, height }));
    const said = { why: why.trim(), by: by.trim(), title: title.trim() };
    work.start(() => api.redact(evidence, { regions: parts, ...said, lang: words.locale }));
  };
  const preview = (): void => {
    const parts = regions.map(({ x, y, width, height }) => ({ x, y, width, height }));
    work.start(() => api.previewRedaction(evidence, parts));
  };
  return (
    <form className="card fields no-print" onSubmit={make} autoComplete="off" aria-labelledby="copy-title">
      <h2 id="copy-title">{words.t("desk.redact.make.title")}</h2>
      <FormField
        label={words.t("desk.redact.why")}
        help={words.t("desk.redact.why.help")}
        value={why}
        change={setWhy}
        required
      />
      <FormField label={words.t("desk.redact.by")} value={by} change={setBy} required />
      <FormField
        label={words.t("desk.redact.name")}
        help={words.t("desk.redact.name.help")}
        value={title}
        change={setTitle}
      />
      <div className="actions">
        <Action isDisabled={work.isBusy} onPress={preview}>
          {words.t("desk.redact.preview")}
        </Action>
        <Action primary isSubmit isDisabled={work.isBusy || !isReady}>
          {words.t("desk.redact.make")}
        </Action>
      </div>
      {(work.isBusy || work.job?.state === "failed") && <WorkState job={work.job} />}
      {work.result?.of === evidence && !work.isBusy && <Outcome result={work.result} regions={regions} />}
    </form>
  );
}

interface OutcomeProps {
  readonly result: RedactedResult;
  readonly regions: readonly Region[];
}

function Outcome({ result, regions }: OutcomeProps) {
  if (result.evidence !== null) return <Made made={{ ...result, evidence: result.evidence }} />;
  // What was looked at is not what would leave any more once a part is changed.
  const isCurrent =
    result.regions.length === regions.length &&
    regions.every((each, at) => isSame(each, result.regions[at] ?? each));
  return isCurrent ? <Previewed copy={result} /> : null;
}

function Previewed({ copy }: { readonly copy: RedactedResult }) {
  const { words, api } = useDesk();
  return (
    <div>
      <p className="waits">{words.t("desk.redact.preview.shown")}</p>
      <Copy key={copy.sha256} copy={copy} ask={(from) => api.previewPages(copy.of, copy.sha256, from)} />
    </div>
  );
}

interface CopyProps {
  readonly copy: RedactedResult;
  readonly ask: (from: number) => Promise<ShownPages>;
}

function Copy({ copy, ask }: CopyProps) {
  const { words } = useDesk();
  const turning = useTurning(copy, ask);
  const { pages, shown } = turning.shown;
  return (
    <>
      <TurnPages {...turning} atOnce={copy.shown.length} />
      {shown.map(({ page, url }) => (
        <img
          key={page}
          className="redact-copy"
          src={url}
          width={pages[page]?.width}
          height={pages[page]?.height}
          alt={
            pages.length > 1
              ? words.t("desk.redact.copy-page", { page: page + 1 })
              : words.t("desk.redact.copy")
          }
        />
      ))}
      <p className="note redact-hash">{words.t("desk.redact.hash", { sha256: copy.sha256 })}</p>
    </>
  );
}

function Made({ made }: { readonly made: RedactedResult & { readonly evidence: string } }) {
  const { words, api } = useDesk();
  return (
    <div>
      <p className="verified">{words.t("desk.redact.made")}</p>
      <p className="waits">{words.t("desk.redact.look")}</p>
      <Copy key={made.evidence} copy={made} ask={(from) => api.showPicture(made.evidence, from)} />
      <p className="actions">
        <Go to={["evidence", made.evidence]}>{words.t("desk.redact.open")}</Go>
        <Go to={["bundle", "evidence", made.evidence]}>{words.t("desk.bundle.title")}</Go>
      </p>
    </div>
  );
}
