// The saves of every record that a person has written in since this page was loaded: whatever is not saved yet goes on being
// saved behind another screen, and what waits for a person is kept at the server, sealed, until they have decided.
import type { FormField } from "@tocsin/records";
import type { Api } from "../api/api.ts";
import { afterwards, createFormKeeper, readForm } from "../unsent/form-keeper.ts";
import type { Keeper } from "../unsent/keeper.ts";
import { createFieldSaves, type FieldSaves, type FieldSavesPorts } from "./field-saves.ts";
import { isNothing, typedOf, unsavedOf, type Values } from "./saves-state.ts";

export interface Saving {
  /** What is written, and how, where it is no record by itself. */
  readonly ports?: Pick<FieldSavesPorts, "write" | "read">;
  readonly kind: string;
  readonly record: string;
  readonly label: string;
  readonly fields: readonly FormField[];
  readonly values: Values;
}

export interface SavesBook {
  /** Of one record always the same, while somebody looks at it or something of it is not saved. */
  of(saving: Saving): FieldSaves;
  /** A form shows it, until the function that it gives is called. */
  show(record: string): () => void;
  listen(hear: Heard): () => void;
}

export interface Heard {
  saved(): void;
  failed(error: unknown): void;
}

type BookApi = Pick<Api, "run" | "ask" | "unsentForm" | "keepUnsent" | "dropUnsent">;

interface Entry {
  readonly saves: FieldSaves;
  /** How many forms show it. */
  looking: number;
  /** Asks once what another session left, and keeps from then on what waits. */
  keep: (() => void) | null;
}

export function createSavesBook(api: BookApi): SavesBook {
  const entries = new Map<string, Entry>();
  const hearers = new Set<Heard>();
  const tell = (say: (hear: Heard) => void): void => hearers.forEach(say);
  const forget = (record: string): void => {
    const entry = entries.get(record);
    if (entry === undefined || entry.looking > 0) return;
    const { phase, ...unsaved } = entry.saves.shown();
    if (phase === "saved" && isNothing(unsaved)) entries.delete(record);
  };
  return {
    of: (saving) => {
      const known = entries.get(saving.record);
      if (known !== undefined) return known.saves;
      const saves = savesOf(api, saving, tell);
      const { kind, record, label } = saving;
      const keep = (): void => keepWhatWaits(api, { form: `${kind}_${record}`, label, saves });
      entries.set(record, { saves, looking: 0, keep });
      return saves;
    },
    show: (record) => {
      const entry = entries.get(record);
      if (entry !== undefined) entry.looking += 1;
      entry?.keep?.();
      if (entry !== undefined) entry.keep = null;
      return () => {
        if (entry !== undefined) entry.looking -= 1;
        // Fields that go with the form save what was typed into them on their way.
        setTimeout(() => forget(record), 0);
      };
    },
    listen: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}

function savesOf(api: BookApi, saving: Saving, tell: (say: (hear: Heard) => void) => void): FieldSaves {
  const { record, fields, values } = saving;
  return createFieldSaves(
    {
      write: (change) => api.run("record.change", { record, ...change }),
      read: async () => (await api.ask<{ readonly values: Values }>("record.show", { record })).values,
      ...saving.ports,
      after: afterwards,
      saved: () => tell((hear) => hear.saved()),
      failed: (error) => tell((hear) => hear.failed(error)),
    },
    { fields, values },
  );
}

interface Waiting {
  readonly form: string;
  readonly label: string;
  readonly saves: FieldSaves;
}

/** First it is asked what another session left. */
function keepWhatWaits(api: BookApi, { form, label, saves }: Waiting): void {
  let keeper: Keeper | null = null;
  const keeperFrom = (version: number): Keeper => {
    const made = createFormKeeper(api, form, version);
    made.subscribe(() => {
      if (made.state() === "elsewhere") void joinOther(made);
    });
    return made;
  };
  /** Another window keeps something of this record too: both are kept. */
  const joinOther = async (made: Keeper): Promise<void> => {
    const { typed, version } = await readForm(api, form);
    saves.bringBack(unsavedOf(typed));
    made.overwrite(version);
  };
  const keep = (): void => {
    const { contested, held, half } = saves.shown();
    const unsaved = { contested, held, half };
    if (isNothing(unsaved)) {
      void keeper?.end().catch(() => undefined);
      keeper = null;
      return;
    }
    keeper ??= keeperFrom(0);
    keeper.keep({ typed: typedOf(unsaved), label });
  };
  const begin = (version: number): void => {
    if (version > 0) keeper = keeperFrom(version);
    keep();
    saves.subscribe(keep);
  };
  readForm(api, form).then(
    ({ typed, version }) => {
      saves.bringBack(unsavedOf(typed));
      begin(version);
    },
    () => begin(0),
  );
}
