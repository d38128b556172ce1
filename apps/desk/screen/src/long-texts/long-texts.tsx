// Texts that are too long for the fields of one form: each is kept apart from the form, sealed, so that typing on writes
// none of it again, until somebody has decided what becomes of it.
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Api } from "../api/api.ts";
import { useDesk } from "../desk.tsx";
import { longMark } from "../unsent/form-name.ts";
import { createFormKeeper, readForm } from "../unsent/form-keeper.ts";
import type { Keeper, KeepState } from "../unsent/keeper.ts";
import { useWarning } from "../unsent/leaving-warning.ts";

export interface LongTexts {
  /** By field. */
  readonly texts: Readonly<Record<string, string>>;
  /** By field, how far the text is kept at the server; a field that is not there is. */
  readonly states: Readonly<Record<string, KeepState>>;
  hold(field: string, text: string): void;
  drop(field: string): Promise<void>;
  /** Of the record that the form is about. */
  readonly caseId: string | null;
  /** Links a piece of evidence from it; null where it has no field for that. */
  readonly link: ((evidence: string) => void) | null;
}

const LongTextsContext = createContext<LongTexts | null>(null);

/** Null where no form around it keeps long texts. */
export function useLongTexts(): LongTexts | null {
  return use(LongTextsContext);
}

interface LongTextsOfProps extends Pick<LongTexts, "caseId" | "link"> {
  /** As unsent forms are called. */
  readonly form: string;
  readonly children: ReactNode;
}

export function LongTextsOf({ form, caseId, link, children }: LongTextsOfProps) {
  const { api } = useDesk();
  const [texts, setTexts] = useState<LongTexts["texts"]>({});
  const [states, setStates] = useState<LongTexts["states"]>({});
  const shelf = useMemo(
    () => createShelf(api, form, (field, state) => setStates((last) => ({ ...last, [field]: state }))),
    [api, form],
  );
  useWarning(Object.values(states).some((state) => state !== "kept"));
  useEffect(() => {
    let isCurrent = true;
    const take = (found: LongTexts["texts"]): void => {
      if (isCurrent) setTexts((held) => ({ ...found, ...held }));
    };
    void shelf.read().then(take, () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [shelf]);
  const newest = useRef(link);
  useEffect(() => {
    newest.current = link;
  });
  const isLinked = link !== null;
  // The same while nothing of it changes: fields that are not typed into are not drawn anew at each key.
  const longTexts = useMemo<LongTexts>(
    () => ({
      texts,
      states,
      caseId,
      link: isLinked ? (evidence) => newest.current?.(evidence) : null,
      hold: (field, text) => {
        setTexts((held) => ({ ...held, [field]: text }));
        shelf.keep(field, text);
      },
      drop: async (field) => {
        await shelf.drop(field);
        setTexts(({ [field]: _gone, ...others }) => others);
      },
    }),
    [texts, states, caseId, isLinked, shelf],
  );
  return <LongTextsContext value={longTexts}>{children}</LongTextsContext>;
}

interface Shelf {
  read(): Promise<LongTexts["texts"]>;
  keep(field: string, text: string): void;
  drop(field: string): Promise<void>;
}

const mostOfLabel = 80;

function createShelf(api: Api, form: string, tell: (field: string, state: KeepState) => void): Shelf {
  const start = `${form}${longMark}`;
  const keepers = new Map<string, Keeper>();
  const keeperOf = (field: string, version: number): Keeper => {
    const name = `${start}${field}`;
    const keeper = createFormKeeper(api, name, version);
    keeper.subscribe(() => {
      tell(field, keeper.state());
      // The newest one is the one that somebody has just pasted; where it cannot be asked for, it says that it is not kept.
      if (keeper.state() === "elsewhere")
        readForm(api, name).then(
          (found) => keeper.overwrite(found.version),
          () => undefined,
        );
    });
    keepers.set(field, keeper);
    return keeper;
  };
  return {
    read: async () => {
      const forms = (await api.unsentForms()).filter(({ form: name }) => name.startsWith(start));
      const found = await Promise.all(
        forms.map(async ({ form: name }) => {
          const field = name.slice(start.length);
          const { typed, version } = await readForm(api, name);
          if (!keepers.has(field)) keeperOf(field, version);
          return [field, typeof typed === "string" ? typed : ""] as const;
        }),
      );
      return Object.fromEntries(found.filter(([, text]) => text !== ""));
    },
    keep: (field, text) => {
      const keeper = keepers.get(field) ?? keeperOf(field, 0);
      keeper.keep({ typed: text, label: text.trim().slice(0, mostOfLabel).toWellFormed() });
      keeper.flush();
    },
    drop: async (field) => {
      const keeper = keepers.get(field) ?? keeperOf(field, 0);
      keepers.delete(field);
      await keeper.end();
    },
  };
}
