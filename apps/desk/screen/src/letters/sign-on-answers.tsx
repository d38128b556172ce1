// Answers that came back to a sign-on form, of which no signature was made yet: a person looks which letter each is about.
import type { AnswerLine, LetterPage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";

export function SignOnAnswers({ page: { letter, answers } }: { readonly page: LetterPage }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  if (answers.length === 0) return null;
  const take = async (contribution: string): Promise<void> => {
    await api.run("signature.take", { letter, contribution });
    announce(words.t("desk.saved"));
    changed();
  };
  const nameOf = ({ name, reference }: AnswerLine): string => name ?? reference;
  return (
    <section className="card no-print" aria-labelledby="answers-title">
      <h2 id="answers-title">{words.t("letters.desk.answers", { count: answers.length })}</h2>
      <p className="note">{words.t("letters.desk.answers.note")}</p>
      <ul className="plain">
        {answers.map((answer) => (
          <li key={answer.record}>
            <div>
              <a href={addressOf("contribution", answer.record)}>
                <bdi>{nameOf(answer)}</bdi>
              </a>
              <p className="note" dir="auto">
                {answer.about}
              </p>
            </div>
            <Action
              isDisabled={isBusy}
              label={words.t("letters.desk.act-on", {
                act: words.t("letters.desk.answers.take"),
                name: nameOf(answer),
              })}
              onPress={() => run(() => take(answer.record))}
            >
              {words.t("letters.desk.answers.take")}
            </Action>
          </li>
        ))}
      </ul>
    </section>
  );
}
