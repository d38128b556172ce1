// The list is frozen once for all: first exactly what would stand in it, with its hash; then who answers for it.
import { useState } from "react";
import type { LetterPage, LetterPreview } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { languageChoices } from "../fields/language-select.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action, Go } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Hash } from "../parts/hash.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { navigate } from "../router.ts";
import { LetterPageOf } from "./letter-page-of.tsx";
import { firstName, placeWords, rungWords } from "./signer-words.ts";

interface Choice {
  readonly order: string;
  readonly collation: string;
}

export function FreezeScreen({ id }: { readonly id: string }) {
  const { words } = useDesk();
  return (
    <LetterPageOf id={id} title={words.t("letters.desk.freeze")} note={words.t("letters.desk.freeze.note")}>
      {(page) => (page.frozen === null ? <Freeze page={page} /> : null)}
    </LetterPageOf>
  );
}

function Freeze({ page }: { readonly page: LetterPage }) {
  const { words, session } = useDesk();
  const [choice, setChoice] = useState<Choice>({
    order: "name",
    collation: page.versions[0]?.texts[0]?.language ?? words.locale,
  });
  const input = { letter: page.letter, ...choice };
  const { value: preview, error } = useQuery<LetterPreview>("letter.preview", input);
  return (
    <>
      <div className="choices-line">
        <SelectField
          label={words.t("letters.desk.order")}
          value={choice.order}
          choices={["name", "arrival"].map((order) => ({
            id: order,
            label: words.t(`letters.desk.order.${order}`),
          }))}
          choose={(order) => setChoice((last) => ({ ...last, order }))}
          canBeEmpty={false}
        />
        {choice.order === "name" && (
          <SelectField
            label={words.t("letters.desk.collation")}
            value={choice.collation}
            choices={languageChoices(session, words.locale, [choice.collation])}
            choose={(collation) => setChoice((last) => ({ ...last, collation }))}
            canBeEmpty={false}
          />
        )}
      </div>
      {preview === null ? (
        <Waiting error={error} />
      ) : (
        <>
          <Leaves preview={preview} />
          <Approve key={preview.digest} page={page} preview={preview} choice={choice} />
        </>
      )}
    </>
  );
}

const atOnce = 300;

function Leaves({ preview: { entries, counts, digest } }: { readonly preview: LetterPreview }) {
  const { words } = useDesk();
  const { all, named, withheld, counted } = counts;
  const listed = entries.filter(({ open }) => open.visibility !== "counted");
  return (
    <section className="card" aria-labelledby="leaves-title">
      <h2 id="leaves-title">{words.t("letters.desk.leaves")}</h2>
      <p>{words.t("letters.out.sum", { all, named, withheld, counted })}</p>
      <p className="note">{words.t("letters.desk.leaves.note")}</p>
      {/* A long list without links could be scrolled by a mouse alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <div className="scroll frozen-list" tabIndex={0} role="group" aria-labelledby="leaves-title">
        <ol>
          {listed.slice(0, atOnce).map(({ signer, open }) => (
            <li key={signer}>
              <bdi lang={open.names[0]?.lang}>{firstName(words, open)}</bdi>{" "}
              <small>
                {[...open.names.slice(1).map(({ text }) => text), placeWords(words, open)].join(" · ")}
                {open.verified !== null && ` · ${rungWords(words, open.verified)}`}
              </small>
            </li>
          ))}
        </ol>
      </div>
      {listed.length > atOnce && (
        <p className="note">{words.t("desk.list.shown", { shown: atOnce, count: listed.length })}</p>
      )}
      <p>{words.t("letters.desk.plan-hash")}</p>
      <Hash value={digest} />
    </section>
  );
}

interface ApproveProps {
  readonly page: LetterPage;
  readonly preview: LetterPreview;
  readonly choice: Choice;
}

function Approve({ page, preview, choice }: ApproveProps) {
  const { words, api, session, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const [by, setBy] = useState(session.settings.me);
  const [isAccepted, setAccepted] = useState(false);
  const { undecided, waiting, askAgain, digest, entries } = preview;
  const { letter } = page;
  const freeze = async (): Promise<void> => {
    await api.run("letter.freeze", {
      letter,
      plan: digest,
      by: { text: by.trim(), lang: words.locale },
      ...choice,
      undecided: isAccepted,
    });
    announce(words.t("letters.desk.freeze.done"));
    changed();
    navigate("letter", letter);
  };
  const isReady = by.trim() !== "" && entries.length > 0 && (undecided === 0 || isAccepted);
  return (
    <section className="card no-print" aria-labelledby="freeze-title">
      <h2 id="freeze-title">{words.t("letters.desk.freeze.act")}</h2>
      {entries.length === 0 && <p className="waits">{words.t("letters.desk.freeze.nobody")}</p>}
      {waiting > 0 && <p className="waits">{words.t("letters.desk.freeze.waiting", { count: waiting })}</p>}
      {askAgain > 0 && <p className="waits">{words.t("letters.desk.freeze.again", { count: askAgain })}</p>}
      {undecided > 0 && (
        <>
          <p className="waits">{words.t("letters.desk.freeze.undecided", { count: undecided })}</p>
          <p className="actions">
            <Go to={["letter", letter, "queue"]}>
              {words.t("letters.desk.queue.open", { count: undecided })}
            </Go>
          </p>
          <label className="check">
            <input type="checkbox" checked={isAccepted} onChange={() => setAccepted((last) => !last)} />
            {words.t("letters.desk.freeze.accept")}
          </label>
        </>
      )}
      <p className="note">{words.t("letters.desk.freeze.for-ever")}</p>
      <FormField label={words.t("letter.frozenBy")} value={by} change={setBy} required />
      <p className="actions">
        <Action primary isDisabled={isBusy || !isReady} onPress={() => run(freeze)}>
          {words.t("letters.desk.freeze.act")}
        </Action>
      </p>
    </section>
  );
}
