// Two records side by side, what a merge would do to them, and the merge.
import type { RecordId } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { ValueReading } from "../fields/field-reading.tsx";
import { Action } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";

interface ComparePairProps {
  readonly kind: string;
  readonly first: RecordId;
  readonly second: RecordId;
  readonly onMerged: () => void;
}

export function ComparePair({ kind, first, second, onMerged }: ComparePairProps) {
  const one = useQuery<RecordPage>("record.show", { record: first });
  const other = useQuery<RecordPage>("record.show", { record: second });
  if (one.value === null || other.value === null) return <Waiting error={one.error ?? other.error} />;
  return (
    <>
      <SideBySide kind={kind} pages={[one.value, other.value]} />
      <Merge from={other.value} into={one.value} onMerged={onMerged} />
      <Merge from={one.value} into={other.value} onMerged={onMerged} />
    </>
  );
}

interface SideBySideProps {
  readonly kind: string;
  readonly pages: readonly [RecordPage, RecordPage];
}

function SideBySide({ kind, pages }: SideBySideProps) {
  const { words, definitions } = useDesk();
  const fields = kindNamed(definitions, kind)?.form.fields ?? [];
  const filled = fields.filter(({ name }) => pages.some(({ values }) => values[name] !== undefined));
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{words.t("desk.duplicates.field")}</th>
          {pages.map((page) => (
            <th key={page.id} scope="col">
              <a href={addressOf(page.kind, page.id)} dir="auto">
                {page.label}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {filled.map((field) => (
          <FieldRow key={field.name} field={field} pages={pages} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field, pages }: Pick<SideBySideProps, "pages"> & { readonly field: FormField }) {
  const { words } = useDesk();
  const [one, other] = pages.map(({ values }) => JSON.stringify(values[field.name]));
  return (
    <tr>
      <th scope="row">
        {words.t(field.label)}
        {one !== undefined && other !== undefined && one !== other && (
          <small className="note"> {words.t("desk.duplicates.differs")}</small>
        )}
      </th>
      {pages.map((page) => (
        <td key={page.id}>
          {page.values[field.name] === undefined ? (
            words.t("state.empty")
          ) : (
            <ValueReading field={field} value={page.values[field.name]} labels={page.labels} />
          )}
        </td>
      ))}
    </tr>
  );
}

interface MergeProps extends Pick<ComparePairProps, "onMerged"> {
  readonly from: RecordPage;
  readonly into: RecordPage;
}

function Merge({ from, into, onMerged }: MergeProps) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const merge = async (): Promise<void> => {
    await api.run("record.merge", { record: from.id, into: into.id });
    announce(words.t("desk.duplicates.merged"));
    onMerged();
    changed();
  };
  const count = from.linked.reduce((sum, { total }) => sum + total, 0);
  const named = { from: from.label, into: into.label };
  return (
    <>
      <p>{words.t("desk.duplicates.preview", { ...named, count })}</p>
      <p className="actions">
        <Action isDisabled={isBusy} onPress={() => run(merge)}>
          {words.t("desk.duplicates.merge", named)}
        </Action>
      </p>
    </>
  );
}
