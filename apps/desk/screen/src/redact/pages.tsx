// Some pages of many at a time: which are drawn, and how to turn to others.
import { useState } from "react";
import type { Translator } from "@tocsin/language";
import type { PagePart, ShownPages } from "../api/contract/redact.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { onPage, type NumberedRegion } from "./regions.ts";

export interface Turning {
  readonly shown: ShownPages;
  readonly isBusy: boolean;
  readonly turn: (from: number) => void;
}

/** `ask` draws pages of what `first` begins. */
export function useTurning(first: ShownPages, ask: (from: number) => Promise<ShownPages>): Turning {
  const [turned, setTurned] = useState<ShownPages | null>(null);
  const { run, isBusy } = useAction();
  return {
    shown: turned ?? first,
    isBusy,
    turn: (from) => run(async () => setTurned(await ask(from))),
  };
}

/** As many at a time as were drawn first. */
interface TurnPagesProps extends Turning {
  readonly atOnce: number;
}

/** Nothing where all pages are drawn. */
export function TurnPages({ shown: { pages, shown }, atOnce, isBusy, turn }: TurnPagesProps) {
  const { words } = useDesk();
  const all = pages.length;
  if (all <= atOnce || atOnce === 0) return null;
  const from = shown[0]?.page ?? 0;
  const choices = Array.from({ length: Math.ceil(all / atOnce) }, (_, at) => ({
    id: String(at * atOnce),
    label: words.t("desk.redact.pages.range", {
      from: at * atOnce + 1,
      to: Math.min(all, (at + 1) * atOnce),
      all,
    }),
  }));
  return (
    <div className="actions redact-turning no-print">
      <SelectField
        label={words.t("desk.redact.pages")}
        value={String(from)}
        choices={choices}
        choose={(id) => turn(Number(id))}
        canBeEmpty={false}
      />
      <Action quiet isDisabled={isBusy || from === 0} onPress={() => turn(Math.max(0, from - atOnce))}>
        {words.t("desk.redact.pages.earlier")}
      </Action>
      <Action quiet isDisabled={isBusy || from + atOnce >= all} onPress={() => turn(from + atOnce)}>
        {words.t("desk.redact.pages.further")}
      </Action>
      <output>{isBusy && words.t("desk.redact.pages.busy")}</output>
    </div>
  );
}

/** Where a part lies, in words: of many pages on which one. */
export function partWords({ t }: Translator, region: NumberedRegion, pages: readonly PagePart[]): string {
  const { number, x, y, width, height } = region;
  return pages.length > 1
    ? t("desk.redact.part-page", { number, x, width, height, ...onPage(region, pages) })
    : t("desk.redact.part", { number, x, y, width, height });
}
