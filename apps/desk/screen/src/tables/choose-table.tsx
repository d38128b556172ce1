// Which file: dropped here, chosen with the keyboard, or named where it lies.
import { useState, type DragEvent } from "react";
import type { TakenTable } from "../api/contract/tables.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { PathPicker } from "../parts/path-picker.tsx";

export function ChooseTable({ take }: { readonly take: (taken: TakenTable) => void }) {
  const { words, api } = useDesk();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const { run, isBusy } = useAction();
  const [path] = paths;
  const takeFile = (file: File | null | undefined): void => {
    if (file) run(async () => take(await api.dropTable(file)));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    takeFile(event.dataTransfer.files[0]);
  };
  return (
    <>
      <p className="lead">{words.t("desk.table.lead")}</p>
      <p className="note">{words.t("desk.table.memory")}</p>
      <div className="drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <p>{words.t("desk.table.drop")}</p>
        <p className="actions">
          <label className="btn file">
            {words.t("desk.table.file")}
            <input
              type="file"
              accept=".csv,.tsv,.txt,.xlsx"
              onChange={(event) => takeFile(event.target.files?.[0])}
            />
          </label>
        </p>
      </div>
      <PathPicker label={words.t("desk.table.path")} chosen={paths} choose={setPaths} folders={false} />
      <p className="actions">
        <Action
          primary
          isDisabled={isBusy || path === undefined}
          onPress={() => run(async () => take(await api.takeTable(path ?? "")))}
        >
          {words.t("desk.table.look")}
        </Action>
      </p>
      {isBusy && <output>{words.t("state.loading")}</output>}
    </>
  );
}
