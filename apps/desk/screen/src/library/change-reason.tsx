// Why an item changed or was withdrawn, typed beside it: it leaves with the item.
import type { LibraryChanges } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { FormField } from "../parts/form-field.tsx";

export interface ToldReasons {
  /** By record. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly tell: (reasons: ReadonlyMap<string, string>) => void;
  /** Whether the plan that is shown has them all. */
  readonly isPlanned: boolean;
}

interface ChangeReasonProps {
  readonly item: LibraryChanges["items"][number];
  readonly told: ToldReasons;
}

export function ChangeReason({ item: { record, title, slug }, told: { reasons, tell } }: ChangeReasonProps) {
  const { words } = useDesk();
  const text = reasons.get(record) ?? "";
  return (
    <details open={text !== ""}>
      <summary aria-label={words.t("desk.library.reason.of", { what: title === "" ? slug : title })}>
        {words.t("desk.library.reason")}
      </summary>
      <FormField
        label={words.t("desk.library.reason.label")}
        value={text}
        change={(typed) => tell(new Map(reasons).set(record, typed))}
      />
    </details>
  );
}
