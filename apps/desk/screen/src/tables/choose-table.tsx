// Which file, or files that belong together: dropped here, chosen with the keyboard, or named where they lie.
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
  /** One after the other: each is put with those before it. */
  const takeAll = <Item,>(
    items: readonly Item[],
    takeOne: (item: Item, others?: string) => Promise<TakenTable>,
  ): void =>
    run(async () => {
      let taken: TakenTable | null = null;
      for (const item of items) taken = await takeOne(item, taken?.table);
      if (taken !== null) take(taken);
    });
  const takeFiles = (files: FileList | null): void => takeAll([...(files ?? [])], api.dropTable);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    takeFiles(event.dataTransfer.files);
  };
  return (
    <>
      <p className="lead">{words.t("desk.table.lead")}</p>
      <p className="note">{words.t("desk.table.memory")}</p>
      <p className="note">{words.t("desk.table.together")}</p>
      <div className="drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <p>{words.t("desk.table.drop")}</p>
        <p className="actions">
          <label className="btn file">
            {words.t("desk.table.file")}
            <input
              type="file"
              multiple
              accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl"
              onChange={(event) => takeFiles(event.target.files)}
            />
          </label>
        </p>
      </div>
      <PathPicker label={words.t("desk.table.path")} chosen={paths} choose={setPaths} folders={false} many />
      <p className="actions">
        <Action
          primary
          isDisabled={isBusy || paths.length === 0}
          onPress={() => takeAll(paths, api.takeTable)}
        >
          {words.t("desk.table.look")}
        </Action>
      </p>
      {isBusy && <output>{words.t("state.loading")}</output>}
    </>
  );
}
