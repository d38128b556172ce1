// An earlier version of a part or of a whole draft stands again, as a new version: what came between stays in the log.
import type { RecordId } from "@tocsin/core";
import {
  command,
  documentPartKind,
  integer,
  link,
  RecordsError,
  type LanguageText,
  type Operation,
} from "@tocsin/records";
import { draftOf } from "../documents/draft.ts";
import { versionsOf, wholeVersionsOf } from "../documents/part-versions.ts";

const { name: kind, version: kindVersion } = documentPartKind;

/** Throws `records.bad-input` for a version that there is not. */
export const documentRestore = command(
  "document.restore",
  { part: link("documentPart", { required: true }), version: integer({ required: true }) },
  async (view, { part, version }) => {
    const earlier = (await versionsOf(view, part))[version - 1];
    if (earlier === undefined) throw refused();
    return [writing(part, earlier.text, "document.restore")];
  },
);

/** Every part reads as it did then; one that was empty then is empty again. Throws as `document.restore`. */
export const documentRestoreWhole = command(
  "document.restore-whole",
  { document: link("document", { required: true }), version: integer({ required: true }) },
  async (view, { document, version }) => {
    const draft = await draftOf(view, document);
    const earlier = (await wholeVersionsOf(view, draft))[version - 1];
    if (earlier === undefined) throw refused();
    return draft.parts.flatMap(({ record, text }) => {
      const then = earlier.texts.get(record) ?? { text: "", lang: "und" };
      return then.text === (text?.text ?? "") ? [] : [writing(record, then, "document.restore-whole")];
    });
  },
);

function writing(record: RecordId, text: LanguageText, act: string): Operation {
  const change = text.text === "" ? ({ clear: true } as const) : { set: { ...text } };
  return { kind, version: kindVersion, record, act, patch: { text: change } };
}

function refused(): RecordsError {
  return new RecordsError("records.bad-input", "Cannot restore: there is no such version");
}
