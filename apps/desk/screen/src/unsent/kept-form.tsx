// A form whose content is kept at the server while it is typed: what was there is read first, and what becomes of it is said.
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Json } from "@tocsin/core";
import type { UnsentTyped } from "../api/contract/unsent.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { createFormKeeper, readForm } from "./form-keeper.ts";
import type { Keepable, KeepState } from "./keeper.ts";
import { useWarning } from "./leaving-warning.ts";

export interface Kept {
  /** What was typed before; null for nothing. */
  readonly typed: Json | null;
  keep(newest: Keepable): void;
  /** The form was sent: nothing of it is kept any more. Gives what is to be said, which is another text where it stays. */
  end(): Promise<"desk.saved" | "desk.unsent.stays">;
  /** Says what is kept and what is not; belongs beside the button that sends. */
  readonly notice: ReactNode;
}

interface KeptFormProps {
  /** Of this form alone: the parts of its address. */
  readonly form: string;
  readonly children: (kept: Kept) => ReactNode;
}

export function KeptForm({ form, children }: KeptFormProps) {
  const { api, words } = useDesk();
  const [round, setRound] = useState(0);
  const [read, setRead] = useState<UnsentTyped | null>(null);
  useEffect(() => {
    let isCurrent = true;
    // A form can be filled in without an answer too: what cannot be kept yet is kept later.
    const nothing = (): UnsentTyped => ({ typed: null, version: 0 });
    const take = (found: UnsentTyped): void => {
      if (!isCurrent) return;
      setRead(found);
      setRound((last) => last + 1);
    };
    void readForm(api, form).catch(nothing).then(take);
    return () => {
      isCurrent = false;
    };
  }, [api, form]);
  const readAgain = async (): Promise<void> => {
    setRead(await readForm(api, form));
    setRound((last) => last + 1);
  };
  if (read === null) return <output className="note">{words.t("state.loading")}</output>;
  return (
    <Keeping key={round} form={form} read={read} readAgain={readAgain}>
      {children}
    </Keeping>
  );
}

interface KeepingProps extends KeptFormProps {
  readonly read: UnsentTyped;
  readonly readAgain: () => Promise<void>;
}

function Keeping({ form, read, readAgain, children }: KeepingProps) {
  const { api } = useDesk();
  const keeper = useMemo(() => createFormKeeper(api, form, read.version), [api, form, read]);
  useEffect(() => keeper.flush, [keeper]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useWarning(state !== "kept");
  const overwrite = useCallback(
    async () => keeper.overwrite((await readForm(api, form)).version),
    [api, form, keeper],
  );
  const notice = <KeepNotice state={state} overwrite={overwrite} readAgain={readAgain} />;
  const end = (): ReturnType<Kept["end"]> =>
    keeper.end().then(
      () => "desk.saved",
      () => "desk.unsent.stays",
    );
  return <>{children({ typed: read.typed, keep: keeper.keep, end, notice })}</>;
}

interface KeepNoticeProps {
  readonly state: KeepState;
  readonly overwrite: () => Promise<void>;
  readonly readAgain: () => Promise<void>;
}

function KeepNotice({ state, overwrite, readAgain }: KeepNoticeProps) {
  const { words } = useDesk();
  const { run, isBusy } = useAction();
  const isCalm = state === "kept" || state === "waiting";
  return (
    <div className="keep-notice">
      <output>
        <span className={isCalm ? "note" : "waits"}>{words.t(`desk.unsent.${isCalm ? "kept" : state}`)}</span>
      </output>
      {state === "elsewhere" && (
        <span className="actions">
          <Action isDisabled={isBusy} onPress={() => run(overwrite)}>
            {words.t("desk.unsent.keep-this")}
          </Action>
          <Action isDisabled={isBusy} onPress={() => run(readAgain)}>
            {words.t("desk.unsent.show-other")}
          </Action>
        </span>
      )}
    </div>
  );
}
