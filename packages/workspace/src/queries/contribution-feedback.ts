// What became of a contribution, for whoever gave it: answer by answer whether it was read, for how many codes it counts, which
// documents quote it, and why its words stay inside. It holds nothing of anybody else's, and nothing of what others said of it.
import type { RecordId } from "@tocsin/core";
import {
  link,
  query,
  string,
  valuesOf,
  type LanguageText,
  type RecordState,
  type View,
} from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { flagIn, linkIn, stringIn, textIn } from "../values.ts";
import { askedBy, questionSaid, sayIn } from "../voices/asked.ts";
import { dayOf } from "../voices/release-purpose.ts";

/** Why words stay inside; `null` where they may be quoted. */
export type StaysInside = "withdrawn" | "past" | "not-allowed";

export interface AnswerFeedback {
  readonly record: RecordId;
  readonly asked: LanguageText;
  /** How many codes it counts for. */
  readonly codes: number;
  /** Titles of the documents that quote it. */
  readonly quotedIn: readonly LanguageText[];
  readonly inside: StaysInside | null;
}

export interface ContributionFeedback {
  /** The receipt number: without a contact, somebody finds what became of theirs by it. */
  readonly reference: string;
  /** BCP 47: in which it was answered. */
  readonly language: string;
  readonly received: string | null;
  readonly title: LanguageText | null;
  /** In the words of whoever answers for the consultation. */
  readonly became: LanguageText | null;
  readonly toldOn: string | null;
  readonly answers: readonly AnswerFeedback[];
}

/** Throws `records.not-found`. */
export const contributionFeedback = query(
  "contribution.feedback",
  { contribution: link("contribution", { required: true }), language: string() },
  async (view, { contribution, language = "en" }, { now }): Promise<ContributionFeedback> => {
    const values = valuesOf(await stateOf(view, contribution, "contribution"));
    const asked = await askedBy(view, linkIn(values["questionnaire"]));
    const states = await view.linked(contribution, { kind: "contributionAnswer", field: "contribution" });
    const answers = await Promise.all(
      states.map(async (state): Promise<AnswerFeedback> => {
        const question = stringIn(valuesOf(state)["question"]) ?? "";
        return {
          record: state.id,
          asked: questionSaid(asked, { question, language }),
          ...(await fateOf(view, state.id, contribution)),
          inside: insideOf(state, dayOf(now())),
        };
      }),
    );
    return {
      reference: stringIn(values["reference"]) ?? "",
      language: stringIn(values["writtenIn"]) ?? "und",
      received: stringIn(values["received"]),
      title: asked === null ? null : sayIn(asked, asked.title, language),
      became: textIn(values["became"]),
      toldOn: stringIn(values["toldOn"]),
      answers,
    };
  },
);

function insideOf(state: RecordState, day: string): StaysInside | null {
  const values = valuesOf(state);
  const until = stringIn(values["until"]);
  if (values["withdrawn"] !== undefined) return "withdrawn";
  if (until !== null && until < day) return "past";
  return flagIn(values["mayQuote"]) === true ? null : "not-allowed";
}

async function fateOf(
  view: View,
  answer: RecordId,
  contribution: RecordId,
): Promise<Pick<AnswerFeedback, "codes" | "quotedIn">> {
  const segments = await view.linkedIds(answer, { kind: "segment", field: "answer" });
  const leading = await view.leadingTo(segments);
  const counting = new Set(await view.linkedIds(contribution, { kind: "coding", field: "counts" }));
  const codings = leading.flatMap(({ kind, from }) =>
    kind === "coding" && counting.has(from) ? [from] : [],
  );
  const codes = new Set(
    (await view.glance(codings)).flatMap((state) => linkIn(valuesOf(state)["code"]) ?? []),
  );
  const parts = leading.flatMap(({ kind, from }) => (kind === "documentPart" ? [from] : []));
  const documents = new Set(
    (await view.glance([...new Set(parts)])).flatMap((state) => linkIn(valuesOf(state)["document"]) ?? []),
  );
  const quotedIn = (await view.glance([...documents])).flatMap(
    (state) => textIn(valuesOf(state)["title"]) ?? [],
  );
  return { codes: codes.size, quotedIn };
}
