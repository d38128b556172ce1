// The last step: in which form, and who answers for it. What left before in exactly this form needs nobody's name again.
import { useState } from "react";
import type { MadeLibrary, PlannedLibrary } from "../api/contract/library.ts";
import { useAction, useJob } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { Outputs } from "../report/outputs.tsx";
import { addressOf } from "../router.ts";
import { StoppableWork } from "../tables/stoppable-work.tsx";
import { numberWords } from "../words/amounts.ts";
import { isWhole, makeInputOf, useMaking, type Making } from "./making.ts";

interface ApproveLibraryProps {
  readonly planned: PlannedLibrary;
  /** What this and earlier releases reveal together was read. */
  readonly isAccepted: boolean;
  readonly isBlocked: boolean;
  /** Told when it begins to be written. */
  readonly begun: () => void;
}

export function ApproveLibrary({ planned, isAccepted, isBlocked, begun: tell }: ApproveLibraryProps) {
  const { words, api, jobs } = useDesk();
  const [making, change] = useMaking();
  const [begun, setBegun] = useState<string | null>(null);
  const { run, isBusy } = useAction();
  const job = useJob(begun);
  const { same } = planned;
  const isReady = !isBlocked && isWhole(making, planned) && !isBusy && job?.state !== "running";
  const submit = (event: Submitted): void => {
    event.preventDefault();
    if (!isReady) return;
    run(async () => {
      setBegun((await api.makeLibrary(makeInputOf(making, planned, isAccepted))).job);
      tell();
      jobs.refresh();
    });
  };
  return (
    <form
      className="card fields no-print"
      onSubmit={submit}
      autoComplete="off"
      aria-labelledby="approve-title"
    >
      <h2 id="approve-title">{words.t("desk.release.approve")}</h2>
      <Leaving same={same} />
      <Forms making={making} change={change} />
      {same === null && (
        <FormField
          label={words.t("release.approvedBy")}
          value={making.approvedBy}
          change={(approvedBy) => change({ approvedBy })}
          required
        />
      )}
      <p className="actions">
        <Action primary isSubmit isDisabled={!isReady}>
          {words.t(same === null ? "desk.release.approve" : "desk.library.make-again")}
        </Action>
      </p>
      <StoppableWork job={job} />
      {job?.state === "done" && job.result !== undefined && <Made made={job.result as MadeLibrary} />}
    </form>
  );
}

function Leaving({ same }: Pick<PlannedLibrary, "same">) {
  const { words } = useDesk();
  if (same === null) return <p className="waits">{words.t("desk.release.leaves")}</p>;
  return (
    <p>
      {words.t("desk.library.same")}{" "}
      <a href={addressOf("release", same.release)}>{words.t("desk.report.release")}</a>
    </p>
  );
}

const forms = ["zip", "page", "folder"] as const;

interface FormsProps {
  readonly making: Making;
  readonly change: (change: Partial<Making>) => void;
}

function Forms({ making: { form, place, name }, change }: FormsProps) {
  const { words } = useDesk();
  return (
    <>
      <fieldset className="checks">
        <legend>{words.t("desk.report.formats")}</legend>
        {forms.map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="library-form"
              checked={form === each}
              onChange={() => change({ form: each })}
            />
            <span>{words.t(`desk.library.form.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {form === "folder" && (
        <>
          <PathPicker
            label={words.t("desk.library.place")}
            chosen={place}
            choose={(chosen) => change({ place: chosen })}
          />
          <FormField
            label={words.t("desk.bundle.name")}
            help={words.t("desk.library.place.help")}
            value={name}
            change={(typed) => change({ name: typed })}
            required
          />
        </>
      )}
    </>
  );
}

function Made({ made }: { readonly made: MadeLibrary }) {
  const { words } = useDesk();
  const { outputs, folder, files = 0, foreign = 0, release, problems } = made;
  return (
    <div>
      {outputs.length > 0 && <Outputs written={{ release, outputs }} />}
      {folder !== undefined && (
        <>
          <h3>{words.t("desk.report.written")}</h3>
          <p>
            <code dir="ltr">{folder}</code>{" "}
            {words.t("desk.library.files", { count: numberWords(words, files) })}
          </p>
          {foreign > 0 && <p>{words.t("cli.publish.foreign", { count: foreign })}</p>}
          <p>
            <a href={addressOf("release", release)}>{words.t("desk.report.release")}</a>
          </p>
        </>
      )}
      {Object.entries(problems).map(([code, count]) => (
        <p key={code} className="waits">
          {words.t(`library.problem.${code}`)}: {numberWords(words, count)}
        </p>
      ))}
      <p className="in-clear">
        {words.t(folder === undefined ? "desk.library.clear.download" : "desk.library.clear.folder")}{" "}
        <a href={addressOf()}>{words.t("desk.clear.title")}</a>
      </p>
      <p className="note">{words.t("desk.library.key")}</p>
    </div>
  );
}
