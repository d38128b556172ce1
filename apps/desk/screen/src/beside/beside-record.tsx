// A record beside the page: what it says, to be read or edited in place, what links to it, and the way to its own page.
import { useState } from "react";
import type { FindingPage, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { Custody } from "../evidence/custody.tsx";
import { ValueReading } from "../fields/field-reading.tsx";
import { FindingFace } from "../findings/finding-face.tsx";
import { FindingEvidence } from "../findings/finding-evidence.tsx";
import { Action } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { LinkedRecords } from "../records/linked-records.tsx";
import { Marks } from "../records/marks.tsx";
import { RecordForm } from "../records/record-form.tsx";
import { SpecialPart } from "../records/special/special-part.tsx";
import { addressOf } from "../router.ts";

interface BesideRecordProps {
  readonly page: RecordPage;
  /** It has just been begun: it is written on. */
  readonly isBegun: boolean;
}

export function BesideRecord({ page, isBegun }: BesideRecordProps) {
  const { words, pullThread } = useDesk();
  const [isEdited, setEdited] = useState(isBegun);
  return (
    <>
      <p className="actions">
        <Action onPress={() => setEdited(!isEdited)}>
          {words.t(isEdited ? "desk.beside.read" : "desk.beside.edit")}
        </Action>
        <a className="btn" data-page href={addressOf(page.kind, page.id)}>
          {words.t("desk.beside.page")}
        </a>
        <Action quiet onPress={() => pullThread(page.id)}>
          {words.t("desk.thread")}
        </Action>
      </p>
      <Marks page={page} />
      {isEdited ? <RecordForm page={page} /> : <Face page={page} />}
      <LinkedRecords kind={page.kind} id={page.id} linked={page.linked} />
    </>
  );
}

function Face({ page }: { readonly page: RecordPage }) {
  switch (page.kind) {
    case "finding":
      return <FaceOfFinding id={page.id} />;
    case "evidence":
      return <Custody page={page} />;
    default:
      return (
        <>
          <SpecialPart page={page} />
          <FaceOfFields page={page} />
        </>
      );
  }
}

function FaceOfFinding({ id }: { readonly id: string }) {
  const { value, error } = useQuery<FindingPage>("finding.page", { finding: id });
  if (value === null) return <Waiting error={error} />;
  return (
    <>
      <FindingFace face={value} />
      <FindingEvidence page={value} />
    </>
  );
}

/** Every field that says something, as it reads. */
function FaceOfFields({ page }: { readonly page: RecordPage }) {
  const { words, definitions } = useDesk();
  const fields = kindNamed(definitions, page.kind)?.form.fields ?? [];
  const filled = fields.filter(({ name }) => page.values[name] !== undefined);
  return (
    <dl className="face card">
      {filled.flatMap((field) => [
        <dt key={`${field.name}-term`}>{words.t(field.label)}</dt>,
        <dd key={field.name}>
          <ValueReading field={field} value={page.values[field.name]} labels={page.labels} />
        </dd>,
      ])}
    </dl>
  );
}
