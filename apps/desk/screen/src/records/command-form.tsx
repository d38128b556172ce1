// Commands that make a record in another way than by filling its fields: their forms are made from what they take.
import type { FormField } from "@tocsin/records";
import { setTypes } from "@tocsin/records";
import { kindNamed, useDesk, type Desk } from "../desk.tsx";
import { BlankForm, type Begun } from "./blank-form.tsx";
import { kindMadeBy } from "./form-commands.ts";
import { FromRecord, type BegunFrom } from "./new-record.tsx";

interface CommandFormProps {
  readonly name: string;
  readonly link: BegunFrom | null;
}

export function CommandForm({ name, link }: CommandFormProps) {
  return <FromRecord link={link}>{(begun) => <Form name={name} begun={begun} />}</FromRecord>;
}

function Form({ name, begun }: { readonly name: string; readonly begun: Begun | null }) {
  const { words, definitions, api } = useDesk();
  const kind = kindMadeBy(name);
  return (
    <BlankForm
      kind={kind}
      title={words.t(`command.${name}`)}
      note={words.t(`command.${name}.note`)}
      fields={commandFields(definitions, name, kind)}
      begun={begun}
      send={(values) => api.run(name, values)}
    />
  );
}

/** As the field of the kind is drawn, where it has one of the name. */
export function commandFields(
  definitions: Desk["definitions"],
  command: string,
  kind: string,
): readonly FormField[] {
  const known = kindNamed(definitions, kind)?.form.fields ?? [];
  const { input = {} } = definitions.commands.find(({ name }) => name === command) ?? {};
  return Object.entries(input).map(([name, field]) => ({
    label: `command.${command}.${name}`,
    ...known.find((each) => each.name === name && each.type === field.type),
    ...field,
    name,
    many: setTypes.some((each) => each === field.type),
  }));
}
