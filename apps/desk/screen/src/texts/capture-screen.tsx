// A draft comes in within a minute: pasted or as a file, with who gave it and how far it may be shared. Its bytes are sealed
// as they are, and its paragraphs become records.
import { useState } from "react";
import { isEdtf } from "@tocsin/core";
import type { CapturedDraft, RecordPage } from "@tocsin/workspace";
import { jobDone } from "../api/job-end.ts";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { FormDate } from "../fields/date-line.tsx";
import { languageChoices } from "../fields/language-select.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Action } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { FormField } from "../parts/form-field.tsx";
import { ProgressLine } from "../parts/progress-line.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { Waiting } from "../parts/waiting.tsx";
import { today } from "../records/special/today.ts";
import { navigate } from "../router.ts";
import { base64Of } from "../vault/timestamp-parts.tsx";

export function CaptureScreen({ negotiation }: { readonly negotiation: string }) {
  const { words } = useDesk();
  const { value: page, error } = useQuery<RecordPage>("record.show", { record: negotiation });
  if (page === null) return <Waiting error={error} />;
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.negotiation"), to: ["list", "negotiation"] },
          { label: page.label, to: ["negotiation", negotiation] },
        ]}
      />
      <h1>{words.t("texts.capture")}</h1>
      <p className="note">{words.t("texts.capture.note")}</p>
      <CaptureForm negotiation={negotiation} />
    </article>
  );
}

interface Typed {
  readonly words: string;
  readonly title: string;
  readonly stage: string;
  readonly dated: string;
  readonly symbol: string;
  readonly language: string;
  readonly sharing: string;
  readonly givenBy: string;
}

function CaptureForm({ negotiation }: { readonly negotiation: string }) {
  const { words } = useDesk();
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState<Typed>({
    words: "",
    title: "",
    stage: "",
    dated: today(),
    symbol: "",
    language: words.locale,
    sharing: "us",
    givenBy: "",
  });
  const change = (changes: Partial<Typed>): void => setTyped((last) => ({ ...last, ...changes }));
  const capture = useCapture(negotiation);
  const isMissing = (typed.words.trim() === "" && file === null) || typed.title.trim() === "";
  const isBadDate = typed.dated !== "" && !isEdtf(typed.dated);
  const submit = (event: Submitted): void => {
    event.preventDefault();
    capture.run(typed, file);
  };
  return (
    <form className="fields" onSubmit={submit} autoComplete="off">
      <FormField
        label={words.t("texts.capture.words")}
        help={words.t(file === null ? "texts.capture.words.help" : "texts.capture.words.beside-file")}
        value={typed.words}
        change={(text) => change({ words: text })}
        multiline
      />
      <FileLine file={file} choose={setFile} />
      <FormField
        label={words.t("draft.title")}
        value={typed.title}
        change={(title) => change({ title })}
        required
      />
      <About typed={typed} change={change} />
      <p className="actions">
        <Action primary isSubmit isDisabled={capture.isBusy || isMissing || isBadDate}>
          {words.t("texts.capture.seal")}
        </Action>
        {capture.stop !== null && <Action onPress={capture.stop}>{words.t("desk.work.stop")}</Action>}
      </p>
      {capture.isBusy && (
        <ProgressLine
          name={words.t("desk.work.kind.draft")}
          text={words.t("state.loading")}
          done={0}
          total={null}
        />
      )}
    </form>
  );
}

interface AboutProps {
  readonly typed: Typed;
  readonly change: (changes: Partial<Typed>) => void;
}

function About({ typed, change }: AboutProps) {
  const { words, definitions, session } = useDesk();
  return (
    <>
      <FormField
        label={words.t("draft.givenBy")}
        help={words.t("texts.capture.given-by.help")}
        value={typed.givenBy}
        change={(givenBy) => change({ givenBy })}
      />
      <SelectField
        label={words.t("draft.sharing")}
        value={typed.sharing}
        choices={choicesOf(words, definitions, "draftSharing")}
        choose={(sharing) => change({ sharing })}
        canBeEmpty={false}
      />
      <SelectField
        label={words.t("draft.stage")}
        value={typed.stage}
        choices={choicesOf(words, definitions, "draftStages")}
        choose={(stage) => change({ stage })}
      />
      <FormDate label={words.t("draft.dated")} value={typed.dated} change={(dated) => change({ dated })} />
      <SelectField
        label={words.t("draft.language")}
        value={typed.language}
        choices={languageChoices(session, words.locale)}
        choose={(language) => change({ language })}
        canBeEmpty={false}
      />
      <FormField
        label={words.t("draft.symbol")}
        value={typed.symbol}
        change={(symbol) => change({ symbol })}
      />
    </>
  );
}

interface FileLineProps {
  readonly file: File | null;
  readonly choose: (file: File | null) => void;
}

function FileLine({ file, choose }: FileLineProps) {
  const { words } = useDesk();
  return (
    <div className="field">
      <p className="actions">
        <label className="btn file">
          {words.t("texts.capture.file")}
          <input
            type="file"
            accept=".docx,.html,.htm,.txt,.md,.pdf"
            onChange={(event) => choose(event.target.files?.[0] ?? null)}
          />
        </label>
        {file !== null && (
          <Action
            quiet
            label={words.t("desk.field.remove", { what: file.name })}
            onPress={() => choose(null)}
          >
            <bdi>{file.name}</bdi> ×
          </Action>
        )}
      </p>
      <small>{words.t("texts.capture.file.help")}</small>
    </div>
  );
}

function useCapture(negotiation: string) {
  const { words, api, jobs, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const [job, setJob] = useState<string | null>(null);
  const capture = async (typed: Typed, file: File | null): Promise<void> => {
    const { words: text, ...about } = typed;
    const started = await api.captureDraft({
      ...about,
      negotiation,
      lang: words.locale,
      ...(text.trim() === "" ? {} : { words: text }),
      ...(file === null ? {} : { file: await base64Of(file) }),
    });
    setJob(started.job);
    jobs.refresh();
    try {
      const { result } = await jobDone(api, started.job);
      // Our own server's answer is taken at its word.
      const { draft, paragraphs } = result as CapturedDraft;
      announce(words.t("texts.capture.done", { paragraphs }));
      changed();
      navigate("draft", draft);
    } finally {
      setJob(null);
    }
  };
  return {
    isBusy,
    run: (typed: Typed, file: File | null) => run(() => capture(typed, file)),
    stop: job === null ? null : () => run(() => api.cancelJob(job)),
  };
}
