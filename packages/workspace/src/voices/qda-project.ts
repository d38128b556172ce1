// A consultation as a project for other programs of qualitative coding: its codebook, the answers whose words may leave, and the
// codes that people gave to them. Who said what together with what else is not in it: answers are texts of their own, in no order,
// and coders have numbers. Identifiers are made anew for each release.
import type { Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { digestOfText } from "@tocsin/crypto";
import { isXmlText, type QdaCode, type QdaProject, type QdaSelection, type QdaText } from "@tocsin/formats";
import {
  contributionAnswerKind,
  released,
  valuesOf,
  type RecordState,
  type ReleaseRules,
} from "@tocsin/records";
import { codeFamilies } from "@tocsin/voices";
import { exportNames } from "../export-names.ts";
import { flagIn, integerIn, linkIn, stringIn, textIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { codesOfBook, newestBook, type BookCode } from "./codebooks.ts";
import { consultationTitle } from "./consultation-facts.ts";
import { originalOf, standsIn } from "./originals.ts";
import { purposeOf } from "./release-purpose.ts";

export interface QdaOptions {
  readonly questionnaire: RecordId;
  readonly audience: Audience;
  readonly release: RecordId;
  readonly tool: { readonly name: string; readonly version: string };
}

export interface LeavingQda {
  readonly project: QdaProject;
  /** Answers whose words leave. */
  readonly records: readonly RecordId[];
  /** Answers with codes whose words stay inside. */
  readonly heldBack: number;
}

/** No table of records lets it out. */
const ofText = { contributionAnswer: { words: "full" } } as const;

/** Throws `records.not-found`. */
export async function qdaProject(workspace: Workspace, options: QdaOptions): Promise<LeavingQda> {
  const { view, context } = workspace;
  const { questionnaire, audience, release, tool } = options;
  await workspace.settled();
  const name = await consultationTitle(view, questionnaire);
  const book = await newestBook(view);
  const codes = book === null ? [] : await codesOfBook(view, book);
  const answers = await view.linked(questionnaire, { kind: "contributionAnswer", field: "questionnaire" });
  const segments = await view.glanceLinked(
    answers.map(({ id }) => id),
    { kind: "segment", field: "answer" },
  );
  const coded = answers.filter(({ id }) => (segments.get(id) ?? []).length > 0);
  const codings = await view.glanceLinked(
    coded.map(({ id }) => id),
    { kind: "coding", field: "answer" },
  );
  const names = await exportNames(workspace, audience);
  const rules = { fields: ofText, named: new Set<never>(), purpose: purposeOf(audience, context.now()) };
  const leaving = coded.filter((answer) => mayLeave(answer, rules, names.citing.has));
  const guid = (id: string): string => guidOf(release, id);
  const users = new Map<string, string>();
  const texts = leaving.map((answer) =>
    textOf(answer, {
      segments: segments.get(answer.id) ?? [],
      codings: codings.get(answer.id) ?? [],
      codes,
      users,
      guid,
    }),
  );
  return {
    records: leaving.map(({ id }) => id),
    heldBack: coded.length - leaving.length,
    project: {
      name: isXmlText(name.text) ? name.text : "",
      origin: `${tool.name} ${tool.version}`,
      created: `${new Date(context.now()).toISOString().slice(0, 19)}Z`,
      users: [...users].map(([, id], at) => ({ guid: id, name: `Coder ${at + 1}` })),
      codes: familiesOf(codes, guid),
      // By identifiers that mean nothing: neither when an answer came nor beside which others is told.
      texts: texts
        .toSorted((a, b) => (a.guid < b.guid ? -1 : 1))
        .map((text, at) => ({ ...text, name: `Answer ${at + 1}` })),
    },
  };
}

function mayLeave(answer: RecordState, rules: ReleaseRules, names: (text: string) => boolean): boolean {
  const { words } = released(contributionAnswerKind, answer, rules).values;
  const text = textIn(words)?.text;
  // A name cannot be struck out of it: every place behind it would be another one.
  return text !== undefined && isXmlText(text) && !names(text);
}

function guidOf(release: RecordId, id: string): string {
  const digest = digestOfText(`tocsin-qda-1\n${release}\n${id}\n`);
  const at = [0, 8, 12, 16, 20, 32];
  return at
    .slice(1)
    .map((end, n) => digest.slice(at[n], end))
    .join("-");
}

function familiesOf(codes: readonly BookCode[], guid: (id: string) => string): readonly QdaCode[] {
  const standing = codes.filter(({ record, root, title }) => record === root && isXmlText(title.text));
  return codeFamilies.flatMap((family): readonly QdaCode[] => {
    const own = standing.filter((code) => code.family === family);
    if (own.length === 0) return [];
    return [
      {
        guid: guid(family),
        name: family,
        description: null,
        isCodable: false,
        codes: own.map(({ record, title, definition }) => ({
          guid: guid(record),
          name: title.text,
          description: definition !== null && isXmlText(definition.text) ? definition.text : null,
          isCodable: true,
          codes: [],
        })),
      },
    ];
  });
}

interface CodedAnswer {
  readonly segments: readonly RecordState[];
  readonly codings: readonly RecordState[];
  readonly codes: readonly BookCode[];
  /** Name of a coder to a number of theirs: filled here. */
  readonly users: Map<string, string>;
  guid(id: string): string;
}

function textOf(answer: RecordState, coded: CodedAnswer): Omit<QdaText, "name"> {
  const original = originalOf(answer);
  return {
    guid: coded.guid(answer.id),
    content: original?.text ?? "",
    selections: coded.segments
      .filter((segment) => standsIn(valuesOf(segment), original) === "fits")
      .map((segment) => selectionOf(segment, coded))
      .filter(({ codings }) => codings.length > 0)
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
      .map((selection, at) => ({ ...selection, name: String(at + 1) })),
  };
}

function selectionOf(segment: RecordState, { codings, codes, users, guid }: CodedAnswer): QdaSelection {
  const values = valuesOf(segment);
  const roots = new Map(codes.map(({ record, root }) => [record, root]));
  return {
    guid: guid(segment.id),
    name: "",
    start: integerIn(values["start"]) ?? 0,
    end: integerIn(values["end"]) ?? 0,
    codings: codings.flatMap((state) => {
      const of = valuesOf(state);
      const code = linkIn(of["code"]);
      const root = code === null ? undefined : roots.get(code);
      const isGiven = stringIn(of["origin"]) === "person" || of["acceptedBy"] !== undefined;
      if (linkIn(of["segment"]) !== segment.id || root === undefined || !isGiven) return [];
      // The format has no word for speaking against a code.
      if (of["removed"] !== undefined || flagIn(of["against"]) === true) return [];
      const coder = textIn(of["coder"])?.text ?? "";
      const by = users.get(coder) ?? guid(`coder ${users.size + 1}`);
      users.set(coder, by);
      return [{ guid: guid(state.id), code: guid(root), by }];
    }),
  };
}
