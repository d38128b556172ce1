// How many words are allowed, in the whole and in each part: those of the template, unless somebody sets others.
import type { ReactNode } from "react";
import type { Json } from "@tocsin/core";
import type { OfferedTemplate } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { FormField } from "../parts/form-field.tsx";
import { limitsIn, withLimit, type Limits } from "./limits.ts";

interface LimitsFieldsProps {
  readonly template: Pick<OfferedTemplate, "limit"> & {
    readonly parts: readonly {
      readonly name: string;
      readonly heading: string;
      readonly limit: OfferedTemplate["limit"];
    }[];
  };
  readonly value: Json | undefined;
  readonly change: (limits: Limits) => void;
  /** Below the fields: what saves them, where nothing else does. */
  readonly children?: ReactNode;
}

export function LimitsFields({ template: { limit, parts }, value, change, children }: LimitsFieldsProps) {
  const { words } = useDesk();
  const set = limitsIn(value);
  const field = (name: string, label: string, own: OfferedTemplate["limit"]) => (
    <FormField
      key={name}
      label={label}
      value={set[name] === undefined ? "" : String(set[name] ?? 0)}
      help={own === null ? words.t("writing.limit.none") : words.t("writing.limit.own", { words: own.words })}
      problem={null}
      change={(typed) => change(withLimit(set, name, typed))}
    />
  );
  return (
    <details className="facts limits">
      <summary>{words.t("document.limits")}</summary>
      <p className="note">{words.t("writing.limit.note")}</p>
      {field("whole", words.t("writing.whole"), limit)}
      {parts.map(({ name, heading, limit: own }) => field(name, words.t(heading), own))}
      {children}
    </details>
  );
}
