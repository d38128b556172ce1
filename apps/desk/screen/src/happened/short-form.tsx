// The short form of what happened: the act by search, when as far as anybody knows, and the case; the rest can wait.
import type { ReactNode } from "react";
import type { FormField as Field } from "@tocsin/records";
import { useAction } from "../asking.ts";
import { useDrawnIn } from "../beside/drawn-in.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { FormDate } from "../fields/date-line.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { ChooseKnown } from "../fields/link-editor.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { useIsHere } from "../parts/is-here.ts";
import type { Submitted } from "../parts/submitted.ts";
import { changedValues } from "../records/changed-values.ts";
import { codeLabel } from "../words/labels.ts";
import { dateWords } from "../words/date-words.ts";
import { Chosen } from "./chosen.tsx";
import { isBadDate, tellingOf, type Named, type ShortAccount } from "./short-account.ts";

export interface Proposed {
  /** Where the date comes from. */
  readonly whenFrom: "file" | "finding";
  readonly when: string;
  readonly case: Named | null;
  /** What it is called where no act is chosen either. */
  readonly title: string;
}

/** Records that the incident links. */
export interface Resting {
  readonly evidence: readonly string[];
  readonly findings: readonly string[];
}

interface ShortFormProps {
  readonly account: ShortAccount;
  readonly change: (account: ShortAccount) => void;
  readonly proposed: Proposed;
  /** Gives what it rests on, which may have to be sealed first. */
  readonly restOn: () => Promise<Resting>;
  /** What is typed is kept no longer. Gives what else is to be said. */
  readonly end?: () => Promise<unknown>;
  /** Above the form. */
  readonly children?: ReactNode;
  /** Beside its button. */
  readonly others?: ReactNode;
  /** Below it. */
  readonly below?: ReactNode;
}

export function ShortForm(props: ShortFormProps) {
  const { account, change, proposed, children, others, below } = props;
  const { words } = useDesk();
  const { write, isBusy } = useWriting(props);
  const submit = (event: Submitted): void => {
    event.preventDefault();
    write();
  };
  const isEmpty = account.acts.length === 0 && account.title.trim() === "";
  return (
    <article className="page narrow">
      {children}
      <form className="fields" onSubmit={submit} autoComplete="off">
        <Acts account={account} change={change} />
        <FormField
          label={words.t("desk.happened.title")}
          help={words.t("desk.quick.title.help")}
          value={account.title}
          change={(title) => change({ ...account, title })}
        />
        <When account={account} change={change} proposed={proposed} />
        <Case account={account} change={change} proposed={proposed} />
        <p className="actions">
          <Action primary isSubmit isDisabled={isBusy || isEmpty || isBadDate(account.when)}>
            {words.t("desk.quick.record")}
          </Action>
          {others}
        </p>
        {below}
      </form>
    </article>
  );
}

function useWriting({ account, proposed, restOn, end }: ShortFormProps) {
  const { words, api, announce, changed } = useDesk();
  const { leave } = useDrawnIn();
  const { run, isBusy } = useAction();
  const isHere = useIsHere();
  const { case: chosen = proposed.case } = account;
  const [first] = account.acts;
  const byAct = first === undefined ? proposed.title : codeLabel(words, "acts", first);
  const title = account.title.trim() === "" ? byAct : account.title.trim();
  const write = async (): Promise<void> => {
    const around = { title, lang: words.locale, caseId: chosen?.id ?? null, ...(await restOn()) };
    const { records } = await api.run("incident.tell", tellingOf(account, around));
    announce(words.t("desk.quick.written"));
    changed();
    const incident = records[chosen === null ? 1 : 0];
    if (incident !== undefined && isHere.current) leave(["incident", incident]);
    // The record is written: where the form cannot be dropped now, Home still lists it.
    const said = await end?.().catch(() => undefined);
    if (said === "desk.unsent.stays") announce(words.t(said));
  };
  return { write: () => run(write), isBusy };
}

type PartProps = Pick<ShortFormProps, "account" | "change">;

function Acts({ account, change }: PartProps) {
  const field = useIncidentField("acts");
  if (field === undefined) return null;
  return (
    <FieldEditor
      field={field}
      value={account.acts.length === 0 ? undefined : account.acts}
      labels={{}}
      delay={0}
      save={(next) => {
        const { acts } = changedValues({ acts: account.acts }, "acts", next);
        change({ ...account, acts: Array.isArray(acts) ? acts.map(String) : [] });
      }}
    />
  );
}

function useIncidentField(name: string): Field | undefined {
  const { definitions } = useDesk();
  return kindNamed(definitions, "incident")?.form.fields.find((each) => each.name === name);
}

/** A date that nobody has said is marked as a proposal, as long as it stands there unchanged. */
function When({ account, change, proposed }: PartProps & Pick<ShortFormProps, "proposed">) {
  const { words } = useDesk();
  const { when } = account;
  const isProposed = when !== "" && when === proposed.when;
  return (
    <>
      <FormDate
        label={words.t("incident.when")}
        {...(isProposed ? { help: null } : {})}
        value={when}
        change={(text) => change({ ...account, when: text })}
      />
      {isProposed && (
        <p className="waits">
          {words.t(`desk.quick.when.${proposed.whenFrom}`, { date: dateWords(words, when) })}
        </p>
      )}
    </>
  );
}

function Case({ account, change, proposed }: PartProps & Pick<ShortFormProps, "proposed">) {
  const { words } = useDesk();
  const { case: chosen = proposed.case } = account;
  return (
    <>
      <p>
        {chosen === null ? (
          words.t("desk.happened.new-case")
        ) : (
          <Chosen
            label={words.t("incident.case")}
            name={chosen.label}
            remove={() => change({ ...account, case: null })}
          />
        )}
      </p>
      {chosen === null && (
        <ChooseKnown
          label={words.t("desk.happened.case")}
          kind="case"
          choose={({ id, label }) => change({ ...account, case: { id, label } })}
        />
      )}
    </>
  );
}
