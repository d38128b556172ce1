// Any record, from its definition: its fields, what links to it, what can be done with it, its history.
import type { RecordPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import type { KnownCommand } from "../api/contract/definitions.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { AssessThis } from "../assessing/assess-this.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { PictureLinks } from "../pictures/picture-links.tsx";
import { History } from "./history.tsx";
import { LinkedRecords } from "./linked-records.tsx";
import { Marks } from "./marks.tsx";
import { PrintedFields } from "./printed-fields.tsx";
import { RecordLabel } from "./record-label.tsx";
import { RecordForm } from "./record-form.tsx";
import { offersItself, SpecialPart } from "./special/special-part.tsx";
import { Statements } from "./statements.tsx";
import { Cover } from "../texts/positions.tsx";
import { WhoTakesPart } from "./who-takes-part.tsx";

export function RecordPageScreen({ id }: { readonly id: string }) {
  const asked = useQuery<RecordPage>("record.show", { record: id });
  const { words } = useDesk();
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t(`kind.${page.kind}`), to: ["list", page.kind] }]} />
      <h1>
        <RecordLabel page={page} />
      </h1>
      {covered.includes(page.kind) ? (
        // Another record is covered again.
        <Cover key={page.id}>{() => <Whole page={page} />}</Cover>
      ) : (
        <Whole page={page} />
      )}
    </article>
  );
}

/** Kinds whose heading says nothing, and whose fields could endanger somebody: shown once they are asked for. */
const covered: readonly string[] = ["position"];

function Whole({ page }: { readonly page: RecordPage }) {
  const { words, definitions, pullThread } = useDesk();
  const view = kindNamed(definitions, page.kind)?.view;
  return (
    <>
      <p className="actions no-print">
        {commandsFor(page.kind, definitions.commands).map(({ name, field }) => (
          <CommandAction key={name} name={name} input={{ [field]: page.id }} />
        ))}
        {page.marks?.includes("merged") === true && (
          <CommandAction name="record.unmerge" input={{ record: page.id }} />
        )}
        <AssessThis page={page} />
        <Action onPress={() => pullThread(page.id)}>{words.t("desk.thread")}</Action>
        {isEndable(page.kind) && (
          <Go to={["erase", page.kind, page.id]}>{words.t(`desk.erase.of.${page.kind}`)}</Go>
        )}
      </p>
      <PictureLinks kind={page.kind} id={page.id} />
      {view === undefined && <p className="note">{words.t("error.records.unknown-kind")}</p>}
      <Marks page={page} />
      <WhoTakesPart page={page} />
      <SpecialPart page={page} />
      <RecordForm page={page} />
      <PrintedFields page={page} />
      {page.kind === "incident" && <Statements kind="incident" id={page.id} />}
      <LinkedRecords kind={page.kind} id={page.id} linked={page.linked} />
      <History kind={page.kind} entries={page.history} />
    </>
  );
}

/** What says how long something may be kept. */
function isEndable(kind: string): boolean {
  return kind === "consent" || kind === "retention";
}

/** Commands that need this one record and nothing else. */
function commandsFor(
  kind: string,
  commands: readonly KnownCommand[],
): readonly { readonly name: string; readonly field: string }[] {
  return commands.flatMap(({ name, input }) => {
    const required = Object.entries(input).filter(([, field]) => field.required === true);
    const [first, ...others] = required;
    if (first === undefined || others.length > 0 || first[1].type !== "link" || first[1].to !== kind)
      return [];
    if (offersItself(kind, name)) return [];
    return [{ name, field: first[0] }];
  });
}

export function CommandAction({ name, input }: { readonly name: string; readonly input: object }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const act = async (): Promise<void> => {
    await api.run(name, input);
    announce(words.t("state.done"));
    changed();
  };
  return (
    <Action isDisabled={isBusy} onPress={() => run(act)}>
      {words.t(`command.${name}`)}
    </Action>
  );
}
