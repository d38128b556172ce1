// The word limits of a draft that is there: set to what the call or the session says, and kept with the draft.
import { useState } from "react";
import type { DocumentPage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { LimitsFields } from "./limits-fields.tsx";
import type { Limits } from "./limits.ts";
import { useTemplates } from "./templates.ts";

export function DraftLimits({ page }: { readonly page: DocumentPage }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const { value } = useTemplates();
  const [typed, setTyped] = useState<Limits | null>(null);
  const template = value?.find(({ name }) => name === page.template.name);
  if (template === undefined) return null;
  const save = async (): Promise<void> => {
    const change = Object.keys(typed ?? {}).length === 0 ? { clear: true } : { set: { ...typed } };
    await api.run("record.change", { record: page.document, patch: { limits: change } });
    setTyped(null);
    announce(words.t("writing.limit.saved"));
    changed();
  };
  return (
    <LimitsFields template={template} value={{ ...(typed ?? limitsOf(page)) }} change={setTyped}>
      <p className="actions">
        <Action isDisabled={isBusy || typed === null} onPress={() => run(save)}>
          {words.t("action.save")}
        </Action>
      </p>
    </LimitsFields>
  );
}

/** Those that somebody set. */
function limitsOf({ parts, check }: DocumentPage): Limits {
  const set = [{ name: "whole", ...check }, ...parts].filter(({ limitFrom }) => limitFrom === "draft");
  return Object.fromEntries(set.map(({ name, limit }) => [name, limit]));
}
