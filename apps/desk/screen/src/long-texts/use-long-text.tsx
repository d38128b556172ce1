// One field that somebody gave more text than it holds: it says so at once, holds the whole, and offers to keep it as a file
// in evidence, with the first lines in the field.
import { useEffect, useRef, useState, type ReactNode } from "react";
import { isFieldText, limits } from "@tocsin/records";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { numberWords } from "../words/amounts.ts";
import type { KeepState } from "../unsent/keeper.ts";
import { firstLines, isHeldAtOnce, keepAsEvidence } from "./long-text.ts";
import { useLongTexts } from "./long-texts.tsx";

interface LongTextOptions {
  readonly field: string;
  readonly label: string;
  /** What stands in the field. */
  readonly text: string;
  readonly lang: string;
  /** Writes the first lines into the field. */
  readonly write: (text: string) => void;
}

export interface LongText {
  /** Whether what the field would hold then is held apart: the field stays as it was. */
  take(next: string): boolean;
  /** Belongs below the field. */
  readonly notice: ReactNode;
}

export function useLongText({ field, label, text, lang, write }: LongTextOptions): LongText {
  const held = useLongTexts();
  if (held === null) return { take: () => false, notice: null };
  const long = held.texts[field] ?? (isFieldText(text) ? null : text);
  return {
    take: (next) => {
      if (!isHeldAtOnce(text, next) || isFieldText(next)) return false;
      held.hold(field, next);
      return true;
    },
    notice: long === null ? null : <LongTextNotice {...{ field, label, lang, write }} long={long} />,
  };
}

interface LongTextNoticeProps extends Omit<LongTextOptions, "text"> {
  readonly long: string;
}

function LongTextNotice({ field, label, lang, write, long }: LongTextNoticeProps) {
  const { words, api, announce, changed, jobs } = useDesk();
  const { run, isBusy } = useAction();
  const [isSealing, setSealing] = useState(false);
  const held = useLongTexts();
  // The form goes on being filled in while the text is sealed.
  const newest = useRef<{ readonly write: (text: string) => void; readonly held: typeof held }>(null);
  useEffect(() => {
    newest.current = { write, held };
    return () => {
      newest.current = null;
    };
  });
  if (held === null) return null;
  const { caseId, link, texts, states } = held;
  const title = withoutIsolates(words.t("desk.long.file", { field: label }));
  const keep = async (): Promise<void> => {
    setSealing(true);
    const about = {
      title,
      lang: words.locale,
      obtainedBy: "",
      obtainedWhen: "",
      consentText: "",
      obtainedHow: words.t("desk.long.how"),
      case: caseId,
    };
    const evidence = await keepAsEvidence(api, long, about).finally(() => setSealing(false));
    jobs.refresh();
    // Where the form has gone meanwhile, it still has the text to decide about.
    if (newest.current === null) return;
    const rest = withoutIsolates(words.t("desk.long.rest", { title }));
    newest.current.write(`${firstLines(long)}\n\n[${rest}]`);
    newest.current.held?.link?.(evidence);
    await held.drop(field);
    announce(words.t("desk.long.done"));
    changed();
  };
  const drop = (): void => run(() => held.drop(field));
  return (
    <div className="conflict long-text">
      <Beginning long={long} lang={lang} state={states[field] ?? "kept"} />
      <p className="actions">
        <Action primary isDisabled={isBusy} onPress={() => run(keep)}>
          {words.t("desk.long.keep")}
        </Action>
        {texts[field] !== undefined && (
          <Action isDisabled={isBusy} onPress={drop}>
            {words.t("desk.long.drop")}
          </Action>
        )}
      </p>
      {isSealing && <output className="note">{words.t("desk.long.sealing")}</output>}
      <p className="note">{words.t(link === null ? "desk.long.note.unlinked" : "desk.long.note")}</p>
    </div>
  );
}

interface BeginningProps extends Pick<LongTextNoticeProps, "long" | "lang"> {
  readonly state: KeepState;
}

function Beginning({ long, lang, state }: BeginningProps) {
  const { words } = useDesk();
  const kept = {
    kept: "kept",
    waiting: "sealing",
    late: "late",
    elsewhere: "late",
    refused: "refused",
  } as const;
  const limit = numberWords(words, limits.text);
  return (
    <>
      <output>
        {words.t("desk.long.title", { count: long.length, limit })}{" "}
        <span className={state === "kept" || state === "waiting" ? "" : "danger"}>
          {words.t(`desk.long.${kept[state]}`)}
        </span>
      </output>
      <blockquote lang={lang} dir="auto">
        {long.slice(0, 300).toWellFormed()}…
      </blockquote>
    </>
  );
}

/** What a message puts around what stands in it belongs to the screen, not into a record. */
function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, "");
}
