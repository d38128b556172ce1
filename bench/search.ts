// How much search finds, and how much of it is wrong: the questions of tests/search, by language, in two halves. Full mends
// of the analysis look at the seen half alone.
import { answer, figuresOf, openLibrary, readQuestions, type Answered } from "../tests/search/relevance.ts";

/** `seen` or `unseen` also says which questions of that half are not answered as they should be. */
export async function bench(told?: string) {
  const library = await openLibrary();
  try {
    const answered = await answer(library, await readQuestions());
    for (const each of answered.filter(({ question }) => question.half === told)) tell(each);
    const groups = [...new Set(answered.map(({ question }) => question.group)), "all"];
    return {
      name: "Search (what is found of an invented library)",
      figures: (["seen", "unseen"] as const).flatMap((half) =>
        groups.map((group) => {
          const of = answered.filter(
            ({ question }) => question.half === half && (group === "all" || question.group === group),
          );
          const { questions, right, expected, found, wrong } = figuresOf(of);
          return {
            label: `${half}, ${group}: ${questions} questions answered as written down`,
            value: right,
            unit: "questions",
            against: { label: `${found} of ${expected} found, wrong`, value: wrong, unit: "documents" },
            ratio: right / questions,
            met: true,
          };
        }),
      ),
    };
  } finally {
    await library.close();
  }
}

function tell({ question: { id, aspect, words }, missed, wrong }: Answered): void {
  if (missed.length + wrong.length === 0) return;
  console.log(
    `${id} (${aspect}) ${words}: missed ${missed.join(" ") || "-"}, wrong ${wrong.join(" ") || "-"}`,
  );
}
