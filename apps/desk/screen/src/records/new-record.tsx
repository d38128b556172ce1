// A new record of any kind: what must be said first; everything else is written on its page.
import type { RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { registerFields } from "../registers/registers.ts";
import { BlankForm, type Begun } from "./blank-form.tsx";

/** The record that another one was begun from, and the field that links to it. */
export interface BegunFrom {
  readonly field: string;
  readonly id: string;
}

interface NewRecordProps {
  readonly kind: string;
  readonly link: BegunFrom | null;
}

export function NewRecord({ kind, link }: NewRecordProps) {
  return <FromRecord link={link}>{(begun) => <NewForm kind={kind} begun={begun} />}</FromRecord>;
}

interface FromRecordProps {
  readonly link: BegunFrom | null;
  readonly children: (begun: Begun | null) => React.ReactNode;
}

/** Where a form is begun from a record, that one is read first: what is made belongs to it, and to its case. */
export function FromRecord({ link, children }: FromRecordProps) {
  return link === null ? <>{children(null)}</> : <Read link={link}>{children}</Read>;
}

function Read({ link, children }: { readonly link: BegunFrom } & Pick<FromRecordProps, "children">) {
  const { value: from, error } = useQuery<RecordPage>("record.show", { record: link.id });
  return from === null ? <Waiting error={error} /> : <>{children({ from, field: link.field })}</>;
}

/** A measure of a register: its kind is chosen, and the fields of the register come first. */
export function NewInRegister({ register }: { readonly register: string }) {
  return <NewForm kind="measure" begun={null} register={register} />;
}

interface NewFormProps {
  readonly kind: string;
  readonly begun: Begun | null;
  readonly register?: string;
}

function NewForm({ kind, begun, register }: NewFormProps) {
  const { words, definitions, api } = useDesk();
  const fields = kindNamed(definitions, kind)?.form.fields ?? [];
  return (
    <BlankForm
      kind={kind}
      title={words.t("desk.record.new", { kind: words.t(`kind.${kind}.one`) })}
      note={words.t("desk.record.new.note")}
      fields={fields.filter(({ fixed }) => fixed !== true)}
      begun={begun}
      {...(register === undefined ? {} : { given: { measureKind: register } })}
      first={registerFields(kind, register)}
      send={(values) => api.run("record.create", { kind, values })}
    />
  );
}
