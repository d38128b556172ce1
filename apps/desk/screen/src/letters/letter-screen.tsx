// One open letter: its text and translations, until when it collects, who stands under it and whom somebody has to ask again,
// the counts, and the ways on: sign, look at what may be one signer, freeze, let out.
import type { LetterPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Hash } from "../parts/hash.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { momentWords } from "../words/date-words.ts";
import { AskedAgain } from "./asked-again.tsx";
import { DeadlineLine } from "./deadline-line.tsx";
import { LetterCounts } from "./letter-counts.tsx";
import { LetterOutputs } from "./letter-outputs.tsx";
import { LetterText } from "./letter-text.tsx";
import { SignOnAnswers } from "./sign-on-answers.tsx";
import { SignersList } from "./signers-list.tsx";

export function LetterScreen({ id }: { readonly id: string }) {
  const { value: page, error } = useQuery<LetterPage>("letter.page", { letter: id });
  if (page === null) return <Waiting error={error} />;
  return <Whole page={page} />;
}

function Whole({ page }: { readonly page: LetterPage }) {
  const { words, pullThread } = useDesk();
  const { letter, title, addressees, organiser } = page;
  return (
    <article className="page wide letter">
      <Crumbs trail={[{ label: words.t("kind.letter"), to: ["list", "letter"] }]} />
      <h1>
        <bdi lang={title?.lang}>{title?.text ?? words.t("kind.letter.one")}</bdi>
      </h1>
      {page.frozen === null ? <Open page={page} /> : <Frozen page={page} frozen={page.frozen} />}
      <LetterText versions={page.versions} />
      <dl className="face">
        {addressees.length > 0 && (
          <div>
            <dt>{words.t("letter.addressees")}</dt>
            {addressees.map((each) => (
              <dd key={each} dir="auto">
                {each}
              </dd>
            ))}
          </div>
        )}
        {organiser !== null && (
          <div>
            <dt>{words.t("letter.organiser")}</dt>
            <dd dir="auto" lang={organiser.lang}>
              {organiser.text}
            </dd>
          </div>
        )}
      </dl>
      <LetterCounts page={page} />
      <SignersList page={page} />
      <p className="actions no-print">
        <Go to={["letter", letter, "edit"]}>{words.t("assess.fields")}</Go>
        <Action onPress={() => pullThread(letter)}>{words.t("desk.thread")}</Action>
      </p>
    </article>
  );
}

function Open({ page }: { readonly page: LetterPage }) {
  const { words } = useDesk();
  const { letter, queue, deadline } = page;
  return (
    <>
      <DeadlineLine deadline={deadline} />
      <p className="actions no-print">
        <Go primary to={["letter", letter, "sign"]}>
          {words.t("letters.desk.sign")}
        </Go>
        <Go to={["letter", letter, "queue"]}>
          {words.t("letters.desk.queue.open", { count: queue.length })}
        </Go>
        <Go to={["letter", letter, "text"]}>{words.t("letters.desk.change-text")}</Go>
        <Go to={["letter", letter, "freeze"]}>{words.t("letters.desk.freeze")}</Go>
      </p>
      <SignOnAnswers page={page} />
      <AskedAgain page={page} />
    </>
  );
}

interface FrozenProps {
  readonly page: LetterPage;
  readonly frozen: NonNullable<LetterPage["frozen"]>;
}

function Frozen({ page, frozen: { at, by, digest } }: FrozenProps) {
  const { words } = useDesk();
  return (
    <>
      <section className="card" aria-labelledby="frozen-title">
        <h2 id="frozen-title">{words.t("letterStates.frozen.label")}</h2>
        <p>{words.t("letters.desk.frozen", { date: momentWords(words, at), who: by?.text ?? "—" })}</p>
        <p className="note">{words.t("error.letters.frozen")}</p>
        <Hash value={digest} />
      </section>
      <LetterOutputs letter={page.letter} addressees={page.addressees.length} />
    </>
  );
}
