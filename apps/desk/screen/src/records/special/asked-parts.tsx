// What the program wrote of a questionnaire and of an answer to it, before what people add.
import { useDesk } from "../../desk.tsx";
import { QuestionnaireDesk } from "../../voices/questionnaire-desk.tsx";
import { Facts } from "./facts.tsx";
import type { SpecialProps } from "./special-props.ts";

const ofQuestionnaire = ["purpose", "edition", "spoken", "asker", "made", "others", "digest"];
const ofAnswer = [
  "contribution",
  "words",
  "chosen",
  "number",
  "day",
  "mayQuote",
  "attribution",
  "reuse",
  "until",
];

export function QuestionnairePart({ page }: SpecialProps) {
  return (
    <>
      <Written page={page} fields={ofQuestionnaire} />
      <QuestionnaireDesk id={page.id} />
    </>
  );
}

export function GivenAnswerPart({ page }: SpecialProps) {
  return <Written page={page} fields={ofAnswer} />;
}

function Written({ page, fields }: SpecialProps & { readonly fields: readonly string[] }) {
  const { words } = useDesk();
  return (
    <section className="special" aria-label={words.t(`kind.${page.kind}.one`)}>
      <div className="card">
        <Facts page={page} fields={fields} />
      </div>
    </section>
  );
}
