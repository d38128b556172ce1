// A table comes in: chosen, its columns given to fields, gone through, and only then written.
import { useState } from "react";
import type { TakenTable } from "../api/contract/tables.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Steps } from "../parts/steps.tsx";
import { ChooseMapping } from "./choose-mapping.tsx";
import { ChooseTable } from "./choose-table.tsx";
import { ImportList } from "./import-list.tsx";
import { TryTable } from "./try-table.tsx";
import type { TableMapping } from "@tocsin/workspace";

export function ImportScreen() {
  const { words } = useDesk();
  const [taken, setTaken] = useState<TakenTable | null>(null);
  const [mapping, setMapping] = useState<TableMapping | null>(null);
  const at = taken === null ? 0 : mapping === null ? 1 : 2;
  const steps = ["file", "columns", "check"].map((step) => words.t(`desk.table.step.${step}`));
  return (
    <article className="page">
      <h1>{words.t("desk.table.title")}</h1>
      <Steps names={steps} at={at} />
      {taken !== null && (
        <p className="actions">
          <bdi>{taken.fileName}</bdi>
          <Action
            quiet
            onPress={() => {
              setTaken(null);
              setMapping(null);
            }}
          >
            {words.t("desk.table.another")}
          </Action>
          {mapping !== null && (
            <Action quiet onPress={() => setMapping(null)}>
              {words.t("desk.table.step.columns")}
            </Action>
          )}
        </p>
      )}
      {taken === null && (
        <>
          <ChooseTable take={setTaken} />
          <ImportList />
        </>
      )}
      {taken !== null && <ChooseMapping taken={taken} isShown={mapping === null} choose={setMapping} />}
      {taken !== null && mapping !== null && <TryTable taken={taken} mapping={mapping} />}
    </article>
  );
}
