// A few fields of a record as they read, those that say something alone.
import type { RecordPage } from "@tocsin/workspace";
import { kindNamed, useDesk } from "../../desk.tsx";
import { ValueReading } from "../../fields/field-reading.tsx";

interface FactsProps {
  readonly page: RecordPage;
  /** Names of fields, in this order. */
  readonly fields: readonly string[];
}

export function Facts({ page, fields }: FactsProps) {
  const { words, definitions } = useDesk();
  const form = kindNamed(definitions, page.kind)?.form;
  const known = fields.flatMap((name) => form?.fields.find((field) => field.name === name) ?? []);
  const said = known.filter(({ name }) => page.values[name] !== undefined);
  if (said.length === 0) return null;
  return (
    <dl className="face">
      {said.map((field) => (
        <div key={field.name}>
          <dt>{words.t(field.label)}</dt>
          <dd>
            <ValueReading field={field} value={page.values[field.name]} labels={page.labels} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
