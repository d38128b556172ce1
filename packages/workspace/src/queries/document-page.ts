// A draft for whoever writes it: its parts with what was written, words and limits, what it lacks, whom it cannot name, the
// rules of whoever receives it, and the evidence beside. Words of records take the words of a language: `checkDraft` counts them.
import { isId, type RecordId } from "@tocsin/core";
import {
  checkDocument,
  type DocumentCheck,
  type DocumentTemplate,
  type PartCheck,
  type TemplatePart,
  type TemplateRule,
} from "@tocsin/publish";
import {
  link,
  query,
  valuesOf,
  type LanguageText,
  type QueryContext,
  type RecordState,
  type View,
} from "@tocsin/records";
import { caseFileOf, type CaseFile } from "../case-file.ts";
import { draftOf, writtenParts, type Draft } from "../documents/draft.ts";
import { factsOf, filledBy } from "../documents/facts.ts";
import { labelOf } from "../label-of.ts";
import { namesFor } from "../names.ts";
import { stringIn } from "../values.ts";

export interface DocumentPage {
  readonly document: RecordId;
  readonly title: LanguageText;
  readonly template: { readonly name: string; readonly version: number };
  /** BCP 47. */
  readonly language: string;
  readonly audience: string;
  readonly about: TemplateAbout;
  /** The case, proceeding, measure and questionnaire that it is about. */
  readonly subjects: readonly LabelledRecord[];
  /** The State that it is about: ISO 3166. */
  readonly country: string | null;
  /** Languages that whoever receives it takes; empty where that is for the sender to judge. */
  readonly languages: readonly string[];
  readonly wordsPerMinute: number | null;
  readonly parts: readonly DocumentPagePart[];
  readonly check: Omit<DocumentCheck, "parts">;
  readonly rules: readonly TemplateRule[];
  /** Of the case and of what the claims rest on. */
  readonly evidence: readonly EvidenceBeside[];
  /** Kind and label of every record that is lacking something, or whose name does not leave. */
  readonly labels: Readonly<Record<string, { readonly kind: string; readonly label: string }>>;
}

type TemplateAbout = DocumentTemplate["about"];

export interface LabelledRecord {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
}

export interface DocumentPagePart extends Omit<TemplatePart, "limit" | "fill">, Omit<PartCheck, "name"> {
  /** What fills it besides people: `people` where nothing does. */
  readonly from: TemplatePart["fill"]["from"];
  readonly written: readonly {
    readonly record: RecordId;
    readonly text: LanguageText | null;
    readonly records: readonly RecordId[];
  }[];
}

export interface EvidenceBeside {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
  /** Of a piece of evidence; lower-case hexadecimal. */
  readonly sha256: string | null;
}

export const documentPage = query(
  "document.page",
  { document: link("document", { required: true }) },
  async (view, { document }, context): Promise<DocumentPage> => {
    const draft = await draftOf(view, document);
    const { template, language, audience } = draft;
    const file = draft.case === null ? null : await caseFileOf(view, draft.case);
    const { parts, ...check } = checkDocument(template, {
      language,
      written: writtenParts(draft),
      filled: filledBy(draft, file),
      facts: factsOf(draft, file),
      consents: file === null ? [] : missingIn(file, draft, context),
      limits: draft.limits,
    });
    const subjects = [draft.case, draft.proceeding, draft.measure, draft.questionnaire].flatMap(
      (id) => id ?? [],
    );
    const named = [
      ...check.lacks.flatMap(({ records }) => records),
      ...check.consents.map(({ record }) => record),
    ];
    return {
      document,
      title: { text: draft.title.text, lang: draft.title.language },
      about: template.about,
      subjects: await labelled(view, context, subjects),
      country: draft.country,
      template: { name: template.name, version: template.version },
      language,
      audience,
      languages: template.languages,
      wordsPerMinute: template.wordsPerMinute,
      parts: template.parts.flatMap((part, at) => {
        const counted = parts[at];
        return counted === undefined ? [] : [partOf(part, counted, draft)];
      }),
      check,
      rules: template.rules,
      evidence: await evidenceBeside(view, context, { draft, file }),
      labels: Object.fromEntries(
        (await labelled(view, context, named.filter(isId))).map(({ record, kind, label }) => [
          record,
          { kind, label },
        ]),
      ),
    };
  },
);

function partOf({ fill, ...part }: TemplatePart, counted: PartCheck, draft: Draft): DocumentPagePart {
  const written = draft.parts.filter((each) => each.part === part.name);
  return {
    ...part,
    ...counted,
    from: fill.from,
    written: written.map(({ record, text, records }) => ({ record, text, records })),
  };
}

function missingIn(file: CaseFile, { audience }: Draft, { now }: QueryContext): DocumentCheck["consents"] {
  return [...namesFor(file, audience, now())].flatMap(([record, decision]) =>
    decision.allowed ? [] : [{ record, reason: decision.reason }],
  );
}

async function labelled(
  view: View,
  { registry }: QueryContext,
  ids: readonly RecordId[],
): Promise<readonly LabelledRecord[]> {
  return (await view.glance([...new Set(ids)])).map((state) => ({
    record: state.id,
    kind: state.kind,
    label: labelOf(registry, state),
  }));
}

async function evidenceBeside(
  view: View,
  { registry }: QueryContext,
  { draft, file }: { readonly draft: Draft; readonly file: CaseFile | null },
): Promise<readonly EvidenceBeside[]> {
  const ofCase = file === null ? [] : [...file.incidents, ...file.findings, ...file.evidence];
  const ofClaims = await view.glance(draft.parts.flatMap(({ records }) => records));
  const byId = new Map<RecordId, RecordState>([...ofCase, ...ofClaims].map((state) => [state.id, state]));
  return [...byId.values()].map((state) => ({
    record: state.id,
    kind: state.kind,
    label: labelOf(registry, state),
    sha256: state.kind === "evidence" ? stringIn(valuesOf(state)["sha256"]) : null,
  }));
}
