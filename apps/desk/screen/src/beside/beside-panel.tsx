// Another record beside the page, or a form that begins one from it: seen, edited and followed further without leaving.
import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type { RecordPage } from "@tocsin/workspace";
import { useAnswer } from "../asking.ts";
import type { Definitions } from "../api/contract/definitions.ts";
import { kindNamed, useDesk, type Desk } from "../desk.tsx";
import { DroppedFiles } from "../happened/dropped-files.tsx";
import { HappenedFrom } from "../happened/happened-from.tsx";
import { AddressHint, isNothingHere } from "../parts/nothing-here.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { CommandForm } from "../records/command-form.tsx";
import { isFormCommand } from "../records/form-commands.ts";
import { NewRecord } from "../records/new-record.tsx";
import { labelOfRecord } from "../words/label-of-record.ts";
import type { Route } from "../router.ts";
import { SidePanel } from "../shell/side-panel.tsx";
import { BesideRecord } from "./beside-record.tsx";
import { DrawnInProvider } from "./drawn-in.ts";
import { createWaysBack, replaceBeside } from "./steps.ts";

interface BesidePanelProps {
  /** From the first to the one that is seen; at least one. */
  readonly steps: readonly Route[];
  /** The way back from what stands here is before it. */
  readonly isHidden: boolean;
  /** Said to a screen reader alone: what was opened. */
  readonly say: (text: string) => void;
}

export function BesidePanel({ steps, isHidden, say }: BesidePanelProps) {
  const desk = useDesk();
  const { words } = desk;
  const step = useMemo(() => steps.at(-1) ?? [], [steps]);
  const shows = step.join("/");
  const [begun, setBegun] = useState("");
  const [ways] = useState(createWaysBack);
  const asked = useRecord(step);
  const title = titleOf(desk, step, asked.value);
  const isKnown = !isRecord(step) || asked.value !== null;
  useEffect(() => {
    if (isKnown) say(words.t("desk.beside.opened", { what: [title.kind, title.label].join(" ").trim() }));
  }, [words, say, isKnown, title.kind, title.label]);
  useEffect(() => () => say(""), [say]);
  const leave = useCallback(
    (to: Route): void => {
      const [kind, id] = to;
      if (kind === "list" || id === undefined) return ways.stepBack();
      setBegun(id);
      return replaceBeside(to);
    },
    [ways],
  );
  const drawnIn = useMemo(() => ({ route: step, isBeside: true, leave }), [step, leave]);
  return (
    <SidePanel
      className="beside"
      title={<Title {...title} />}
      shows={shows}
      isHidden={isHidden}
      close={ways.closeBeside}
      back={steps.length > 1 ? ways.stepBack : null}
    >
      <DrawnInProvider value={drawnIn}>
        <div key={shows} className="beside-body">
          {leadsNowhere(desk.definitions, step) ? (
            <AddressHint />
          ) : isRecord(step) ? (
            <OfRecord page={asked.value} error={asked.error} begun={begun} />
          ) : (
            <OfForm step={step} />
          )}
        </div>
      </DrawnInProvider>
    </SidePanel>
  );
}

interface OfRecordProps {
  readonly page: RecordPage | null;
  readonly error: unknown;
  /** Id of the record that was begun here last: more is written into it at once. */
  readonly begun: string;
}

function OfRecord({ page, error, begun }: OfRecordProps) {
  if (isNothingHere(error)) return <AddressHint />;
  return page === null ? <Waiting error={error} /> : <BesideRecord page={page} isBegun={page.id === begun} />;
}

function OfForm({ step: [first, name = "", field = "", id = ""] }: { readonly step: Route }): ReactNode {
  if (first === "drop") return <DroppedFiles />;
  if (first === "happened")
    return <HappenedFrom about={name === "finding" ? "finding" : "evidence"} id={field} />;
  const link = { field, id };
  if (first === "new") return <NewRecord kind={name} link={link} />;
  return isFormCommand(name) ? <CommandForm name={name} link={link} /> : null;
}

function isRecord(step: Route): boolean {
  return step.length === 2;
}

function useRecord(step: Route) {
  const { api, version } = useDesk();
  const record = isRecord(step) ? (step[1] ?? null) : null;
  const ask = useCallback(
    () => (record === null ? Promise.resolve(null) : api.ask<RecordPage>("record.show", { record })),
    [api, record],
  );
  return useAnswer<RecordPage | null>(ask, version);
}

interface TitleProps {
  readonly kind: string;
  readonly label: string;
}

function Title({ kind, label }: TitleProps) {
  return (
    <>
      {kind !== "" && <small>{kind} </small>}
      <bdi>{label}</bdi>
    </>
  );
}

/** No kind and no form has the name in the address. */
function leadsNowhere(definitions: Definitions, step: Route): boolean {
  const [first = "", name = ""] = step;
  if (isRecord(step)) return kindNamed(definitions, first) === undefined;
  if (first === "new") return kindNamed(definitions, name) === undefined;
  return first === "do" ? !isFormCommand(name) : !["drop", "happened"].includes(first);
}

function titleOf(desk: Desk, step: Route, page: RecordPage | null): TitleProps {
  const { words, definitions } = desk;
  const [first = "", name = ""] = step;
  if (leadsNowhere(definitions, step)) return { kind: "", label: words.t("desk.nothing-here.title") };
  if (isRecord(step)) {
    const label = page === null ? "" : labelOfRecord(desk, page);
    const kind = words.t(`kind.${first}.one`);
    return label === kind ? { kind: "", label } : { kind, label };
  }
  if (first === "drop" || first === "happened") return { kind: "", label: words.t("desk.quick.record") };
  const made = words.t(`kind.${name}.one`);
  return {
    kind: "",
    label: first === "new" ? words.t("desk.record.new", { kind: made }) : words.t(`command.${name}`),
  };
}
