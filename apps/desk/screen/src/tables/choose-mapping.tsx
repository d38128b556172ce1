// By which mapping: one that is known, or a new one made column by column.
import { useCallback, useState } from "react";
import type { TableMapping } from "@tocsin/workspace";
import type { TakenTable } from "../api/contract/tables.ts";
import { useAction, useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { momentWords } from "../words/date-words.ts";
import { NewMapping } from "./new-mapping.tsx";

interface ChooseMappingProps {
  readonly taken: TakenTable;
  /** Hidden, it keeps what was chosen for when somebody comes back. */
  readonly isShown: boolean;
  readonly choose: (mapping: TableMapping) => void;
}

export function ChooseMapping({ taken, isShown, choose }: ChooseMappingProps) {
  const { words, api, version } = useDesk();
  const [id, setId] = useState("");
  const { run, isBusy } = useAction();
  const { value: known } = useAnswer(
    useCallback(() => api.mappings(), [api]),
    version,
  );
  const choices = (known ?? []).map(({ id: each, name, imported }) => ({
    id: each,
    label:
      imported === null
        ? words.t("desk.table.pattern", { name })
        : `${name} · ${momentWords(words, imported)}`,
  }));
  return (
    <div hidden={!isShown}>
      <div className="fields">
        <SelectField
          label={words.t("desk.table.mapping")}
          value={id}
          choices={[{ id: "", label: words.t("desk.table.mapping.new") }, ...choices]}
          choose={setId}
          canBeEmpty={false}
        />
        {id === "" ? (
          <NewMapping key={taken.table} taken={taken} choose={choose} />
        ) : (
          <>
            <p className="note">{words.t("desk.table.mapping.known")}</p>
            <p className="actions">
              <Action
                primary
                isDisabled={isBusy}
                onPress={() => run(async () => choose(await api.mapping(id)))}
              >
                {words.t("desk.table.check")}
              </Action>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
