// The fields of one sheet of paper, numbered as on the paper. A question that is not asked says so and has no field.
import type { PaperFilling, PaperQuestion, QuestionnairePaper } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PaperConsentFields, type PaperConsent } from "./paper-consent.tsx";
import { conditionWords } from "./paper-words.ts";

export interface Entry {
  /** By place: a question, of a repeat `name.0`. */
  readonly typed: Readonly<Record<string, string>>;
  /** How often each repeat is on the paper. */
  readonly times: Readonly<Record<string, number>>;
  /** By place: what holds for one answer instead. */
  readonly own: Readonly<Record<string, PaperConsent>>;
  readonly consent: PaperConsent;
  readonly who: Readonly<Record<string, string>>;
}

interface EntryPlace {
  readonly place: string;
  readonly question: string;
  readonly item: number | null;
}

export function placesOf(questions: readonly PaperQuestion[], { times }: Entry): readonly EntryPlace[] {
  return questions.flatMap(({ id, type, inside }): readonly EntryPlace[] =>
    type === "repeat"
      ? Array.from({ length: times[id] ?? 0 }, (_, item) =>
          inside.map((each) => ({ place: `${each.id}.${item}`, question: each.id, item })),
        ).flat()
      : [{ place: id, question: id, item: null }],
  );
}

interface EntryProps {
  readonly paper: QuestionnairePaper;
  readonly entry: Entry;
  readonly change: (change: (entry: Entry) => Entry) => void;
  readonly filling: PaperFilling | null;
}

export function EntryFields({ paper, ...rest }: EntryProps) {
  return (
    <section className="card">
      {paper.questions.map((question) =>
        question.type === "repeat" ? (
          <RepeatFields key={question.id} repeat={question} {...rest} />
        ) : (
          <QuestionField key={question.id} question={question} place={question.id} {...rest} />
        ),
      )}
    </section>
  );
}

type Rest = Omit<EntryProps, "paper">;

function RepeatFields({ repeat, ...rest }: Rest & { readonly repeat: PaperQuestion }) {
  const { t } = useWords();
  const { entry, change, filling } = rest;
  const count = entry.times[repeat.id] ?? 0;
  const setCount = (next: number): void =>
    change((now) => ({ ...now, times: { ...now.times, [repeat.id]: next } }));
  if (filling !== null && !filling.asked.includes(repeat.id)) return <Skipped question={repeat} />;
  return (
    <fieldset>
      <legend>
        <bdi>{repeat.number}</bdi> <span lang={repeat.text.lang}>{repeat.text.text}</span>
      </legend>
      {Array.from({ length: count }, (_, item) => (
        <fieldset key={item}>
          <legend>{t("form.page.repeat.item", { number: item + 1 })}</legend>
          {repeat.inside.map((each) => (
            <QuestionField key={each.id} question={each} place={`${each.id}.${item}`} {...rest} />
          ))}
        </fieldset>
      ))}
      <p className="actions">
        <Action isDisabled={count >= repeat.most} onPress={() => setCount(count + 1)}>
          {t("form.page.repeat.add")}
        </Action>
        {count > 0 && (
          <Action onPress={() => setCount(count - 1)}>
            {t("form.page.repeat.remove", { number: count })}
          </Action>
        )}
      </p>
    </fieldset>
  );
}

function Skipped({ question: { number, text, when } }: { readonly question: PaperQuestion }) {
  const words = useWords();
  return (
    <p className="note">
      <bdi>{number}</bdi> <span lang={text.lang}>{text.text}</span> · {words.t("voices.enter.skip")}{" "}
      {when !== null && <bdi>{conditionWords(words, when)}</bdi>}
    </p>
  );
}

interface QuestionProps extends Rest {
  readonly question: PaperQuestion;
  readonly place: string;
}

function QuestionField({ question, place, entry, change, filling }: QuestionProps) {
  const { t } = useWords();
  const { number, text, options, type } = question;
  if (filling !== null && !filling.asked.includes(place)) return <Skipped question={question} />;
  const problem = filling?.problems.find((each) => each.place === place);
  const typed = entry.typed[place] ?? "";
  const own = entry.own[place];
  return (
    <div className="entry-question">
      <FormField
        label={`${number} ${text.text}`}
        value={typed}
        multiline={type === "long"}
        help={helpOf(question, t)}
        problem={problem === undefined || typed === "" ? null : problemWords(problem, t)}
        change={(next) => change((now) => ({ ...now, typed: { ...now.typed, [place]: next } }))}
      />
      {problem?.problem === "lacking" && <p className="note">{t("voices.enter.lacking")}</p>}
      {options.length > 0 && (
        <output className="note">
          {chosenIn(typed, options.length)
            .map((at) => options[at]?.text ?? "")
            .join(" · ")}
        </output>
      )}
      {typed.trim() !== "" && (
        <label className="check">
          <input
            type="checkbox"
            checked={own !== undefined}
            onChange={(event) => {
              const isOwn = event.target.checked;
              change((now) => ({ ...now, own: ownWith(now, place, isOwn) }));
            }}
          />{" "}
          {t("form.page.consent.own")} <bdi>({number})</bdi>
        </label>
      )}
      {own !== undefined && (
        <PaperConsentFields
          consent={own}
          change={(consent) => change((now) => ({ ...now, own: { ...now.own, [place]: consent } }))}
        />
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useWords>["t"];

function helpOf({ type, options }: PaperQuestion, t: Translate): string | null {
  if (options.length > 0) {
    const numbered = options.map(({ text }, at) => `${at + 1} ${text}`).join(" · ");
    return type === "several" ? `${t("voices.enter.several")} ${numbered}` : numbered;
  }
  return type === "number" || type === "date" ? t(`form.page.${type}`) : null;
}

function problemWords({ problem, most }: PaperFilling["problems"][number], t: Translate): string {
  return problem === "bad-choice"
    ? t("voices.enter.bad-choice")
    : t(`form.page.problem.${problem}`, { most });
}

/** Only to show them beside the field: what is kept is what the desk read. */
function chosenIn(typed: string, most: number): readonly number[] {
  return (typed.match(/\d+/g) ?? []).map((each) => Number(each) - 1).filter((at) => at >= 0 && at < most);
}

function ownWith({ own, consent }: Entry, place: string, isOwn: boolean): Entry["own"] {
  if (isOwn) return { ...own, [place]: consent };
  return Object.fromEntries(Object.entries(own).filter(([name]) => name !== place));
}
