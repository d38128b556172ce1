// The way back and forth inside a form.
import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { redone, undone, type TypedHistory } from "./typed-history.ts";

interface UndoRedoProps<State> {
  readonly history: TypedHistory<State>;
  readonly change: (step: (last: TypedHistory<State>) => TypedHistory<State>) => void;
}

export function UndoRedo<State>({ history, change }: UndoRedoProps<State>) {
  const words = useWords();
  return (
    <>
      <Action quiet isDisabled={history.past.length === 0} onPress={() => change(undone)}>
        {words.t("action.undo")}
      </Action>
      <Action quiet isDisabled={history.future.length === 0} onPress={() => change(redone)}>
        {words.t("action.redo")}
      </Action>
    </>
  );
}
