// Whoever waits: signatures under an earlier text, whom somebody asks again, and those that nobody has accepted yet.
import type { LetterPage, SignatureLine } from "@tocsin/workspace";
import type { Acknowledged } from "../api/contract/work.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { firstName } from "./signer-words.ts";

export function AskedAgain({ page }: { readonly page: LetterPage }) {
  const { words, api } = useDesk();
  const of = (standing: string): readonly SignatureLine[] =>
    page.signatures.filter((each) => each.standing === standing);
  const decide = (status: string) => (record: string) =>
    api.run("signature.decide", { signatures: [record], status });
  return (
    <>
      <Waiting
        page={page}
        id="again-title"
        title={words.t("letters.desk.again", { count: page.standing["ask-again"] })}
        note={words.t("letters.desk.again.note")}
        signatures={of("ask-again")}
        acts={[
          { label: "letters.desk.again.yes", run: (signature) => api.run("signature.again", { signature }) },
        ]}
      />
      <Waiting
        page={page}
        id="waiting-title"
        title={words.t("letters.desk.waiting", { count: page.standing.waiting })}
        note={words.t("letters.desk.waiting.note")}
        signatures={of("waiting")}
        acts={[
          { label: "letters.desk.accept", run: decide("accepted") },
          { label: "letters.desk.refuse", run: decide("refused") },
        ]}
      />
    </>
  );
}

interface WaitingAct {
  readonly label: string;
  readonly run: (signature: string) => Promise<Acknowledged>;
}

interface WaitingProps {
  readonly page: LetterPage;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly signatures: readonly SignatureLine[];
  readonly acts: readonly WaitingAct[];
}

const mostShown = 20;

function Waiting({ page, id, title, note, signatures, acts }: WaitingProps) {
  const { words, announceUndo, api, changed } = useDesk();
  const { run, isBusy } = useAction();
  if (signatures.length === 0) return null;
  const act = async (each: WaitingAct, record: string): Promise<void> => {
    await each.run(record);
    announceUndo(words.t("desk.saved"), () => api.run("record.undo", { record }));
    changed();
  };
  return (
    <section className="card no-print" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="note">{note}</p>
      <ul className="plain">
        {signatures.slice(0, mostShown).map((signature) => {
          const name = firstName(words, signature);
          return (
            <li key={signature.record}>
              <a href={addressOf("letter", page.letter, "signer", signature.record)}>
                <bdi>{name}</bdi>
              </a>
              <span className="actions">
                {acts.map((each) => (
                  <Action
                    key={each.label}
                    isDisabled={isBusy}
                    label={words.t("letters.desk.act-on", { act: words.t(each.label), name })}
                    onPress={() => run(() => act(each, signature.record))}
                  >
                    {words.t(each.label)}
                  </Action>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      {signatures.length > mostShown && (
        <p className="note">{words.t("desk.list.shown", { shown: mostShown, count: signatures.length })}</p>
      )}
    </section>
  );
}
