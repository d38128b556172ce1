// A coder goes through answers one by one: words are marked in the original, which nobody can change here, and get a code.
import { useState } from "react";
import type { CodingPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { Agreement } from "./agreement.tsx";
import { AnswerToCode } from "./answer-to-code.tsx";

export function CodingScreen({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const [coder, setCoder] = useState("");
  const { value: page, error } = useQuery<CodingPage>("coding.page", {
    questionnaire: id,
    language: words.locale,
    ...(coder.trim() === "" ? {} : { coder: coder.trim() }),
  });
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.questionnaire"), to: ["list", "questionnaire"] },
          { label: words.t("kind.questionnaire.one"), to: ["questionnaire", id] },
        ]}
      />
      <h1>{words.t("voices.desk.code")}</h1>
      <FormField
        label={words.t("voices.desk.coder")}
        help={words.t("voices.desk.coder.why")}
        value={coder}
        change={setCoder}
      />
      {page === null ? (
        <Waiting error={error} />
      ) : page.book === null ? (
        <NoBook />
      ) : (
        <>
          <Answers page={page} coder={coder.trim()} />
          <Agreement questionnaire={id} codebook={page.book.record} />
        </>
      )}
    </article>
  );
}

function NoBook() {
  const { words, api, changed } = useDesk();
  const { run, isBusy } = useAction();
  return (
    <div className="card">
      <p>{words.t("kind.codebook.empty")}</p>
      <p className="actions">
        <Action
          primary
          isDisabled={isBusy}
          onPress={() =>
            run(async () => {
              const title = { text: words.t("kind.codebook.one"), lang: words.locale };
              await api.run("codebook.begin", { title, starter: true });
              changed();
            })
          }
        >
          {words.t("voices.desk.starter")}
        </Action>
      </p>
    </div>
  );
}

function Answers({ page, coder }: { readonly page: CodingPage; readonly coder: string }) {
  const { words } = useDesk();
  const [chosen, setChosen] = useState(0);
  const { answers, book } = page;
  const at = Math.min(chosen, answers.length - 1);
  const place = answers[at];
  if (place === undefined || book === null)
    return <p className="note">{words.t("voices.desk.nothing-yet")}</p>;
  return (
    <>
      <output>
        {words.t("voices.desk.place", {
          at: at + 1,
          total: answers.length,
          read: answers.filter(({ read }) => read).length,
        })}
      </output>
      <p className="actions">
        <Action isDisabled={at === 0} onPress={() => setChosen(at - 1)}>
          {words.t("voices.desk.previous")}
        </Action>
        <Action isDisabled={at === answers.length - 1} onPress={() => setChosen(at + 1)}>
          {words.t("voices.desk.next")}
        </Action>
      </p>
      <AnswerToCode
        key={place.answer}
        id={place.answer}
        isRead={place.read}
        book={book}
        coder={coder}
        goOn={() => setChosen(Math.min(at + 1, answers.length - 1))}
      />
    </>
  );
}
