// What people type as `field=value`, as changes that the one door for input then checks.
import { RecordsError, isSetType, typedToValue, type Field, type Kind } from "@tocsin/records";
import { usage } from "../call.ts";

export interface TypedField {
  readonly name: string;
  readonly text: string;
}

/** Everything before the first `=` is the field. Throws `cli.usage`. */
export function parseTypedField(typed: string): TypedField {
  const at = typed.indexOf("=");
  if (at < 1) throw usage(`"${typed.slice(0, 40)}" is not of the form field=value`);
  return { name: typed.slice(0, at), text: typed.slice(at + 1) };
}

/** Values of a new record: a set takes the same field several times. Throws `records.unknown-field`. */
export function valuesOfTyped(
  kind: Kind,
  typed: readonly string[],
  lang: string,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { name, text } of typed.map(parseTypedField)) {
    const field = fieldOf(kind, name);
    const value = typedToValue(field, text, lang);
    if (!isSetType(field.type)) values[name] = value;
    else values[name] = [...(Array.isArray(values[name]) ? values[name] : []), value];
  }
  return values;
}

export interface TypedChanges {
  readonly set: readonly string[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Names of fields. */
  readonly clear: readonly string[];
}

export function patchOfTyped(
  kind: Kind,
  typed: TypedChanges,
  lang: string,
): Readonly<Record<string, unknown>> {
  const patch: Record<string, Record<string, unknown>> = {};
  const valueIn = ({ name, text }: TypedField): unknown => typedToValue(fieldOf(kind, name), text, lang);
  for (const field of typed.set.map(parseTypedField)) patch[field.name] = { set: valueIn(field) };
  for (const name of typed.clear) {
    fieldOf(kind, name);
    patch[name] = { clear: true };
  }
  for (const how of ["add", "remove"] as const)
    for (const field of typed[how].map(parseTypedField)) {
      const { [how]: before, ...rest } = patch[field.name] ?? {};
      patch[field.name] = { ...rest, [how]: [...(Array.isArray(before) ? before : []), valueIn(field)] };
    }
  return patch;
}

function fieldOf(kind: Kind, name: string): Field {
  const field = kind.fields[name];
  if (field === undefined)
    throw new RecordsError("records.unknown-field", `Cannot read ${kind.name}: no field "${name}"`, {
      details: { kind: kind.name, field: name },
    });
  return field;
}
