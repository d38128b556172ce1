// Answers on paper are typed in: the numbers of the paper, Enter from field to field, and conditions that show what to skip.
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { PaperFilling, PaperQuestion, QuestionnairePaper } from "@tocsin/workspace";
import { localeName } from "@tocsin/language";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { EntryFields, placesOf, type Entry } from "./entry-fields.tsx";
import { leastConsent, PaperConsentFields } from "./paper-consent.tsx";
import { contributorParts } from "./paper-words.ts";

const empty: Entry = { typed: {}, times: {}, own: {}, consent: leastConsent, who: {} };

export function EnterPaper({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const { value: paper, error } = useQuery<QuestionnairePaper>("questionnaire.paper", {
    questionnaire: id,
    language: words.locale,
  });
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.questionnaire"), to: ["list", "questionnaire"] },
          { label: words.t("kind.questionnaire.one"), to: ["questionnaire", id] },
        ]}
      />
      <h1>{words.t("voices.enter.title")}</h1>
      <p>{words.t("voices.enter.how")}</p>
      <p className="actions">
        <Go to={["questionnaire", id, "paper"]}>{words.t("voices.paper.title")}</Go>
      </p>
      {paper === null ? <Waiting error={error} /> : <Sheets id={id} paper={paper} />}
    </article>
  );
}

interface Head {
  readonly typedBy: string;
  readonly answered: string;
  readonly writtenIn: string;
  readonly carrier: string;
  readonly workshop: string;
}

/** What stands on top stays for the next sheet. */
function Sheets({ id, paper }: { readonly id: string; readonly paper: QuestionnairePaper }) {
  const { words } = useDesk();
  const [sheet, setSheet] = useState(0);
  const [last, setLast] = useState<string | null>(null);
  const [head, setHead] = useState<Head>({
    typedBy: "",
    answered: "",
    writtenIn: paper.languages.includes(words.locale) ? words.locale : (paper.languages[0] ?? "en"),
    carrier: "paper",
    workshop: "",
  });
  return (
    <>
      <HeadFields head={head} change={setHead} languages={paper.languages} />
      {last !== null && (
        <p className="verified">
          {words.t("voices.enter.saved")}{" "}
          <a href={addressOf("contribution", last)}>{words.t("action.open")}</a>
        </p>
      )}
      <Sheet
        key={sheet}
        id={id}
        paper={paper}
        head={head}
        isFirst={sheet === 0}
        saved={(record) => {
          setLast(record);
          setSheet(sheet + 1);
        }}
      />
    </>
  );
}

interface HeadProps {
  readonly head: Head;
  readonly change: (head: Head) => void;
  readonly languages: readonly string[];
}

function HeadFields({ head, change, languages }: HeadProps) {
  const { words } = useDesk();
  const { t } = words;
  return (
    <div className="card fields">
      <FormField
        label={t("contribution.typedBy")}
        value={head.typedBy}
        required
        change={(typedBy) => change({ ...head, typedBy })}
      />
      <FormField
        label={t("contribution.answered")}
        help={t("form.page.date")}
        value={head.answered}
        required
        change={(answered) => change({ ...head, answered })}
      />
      <SelectField
        label={t("contribution.writtenIn")}
        value={head.writtenIn}
        choices={[...languages, "und"].map((each) => ({
          id: each,
          label: each === "und" ? t("form.page.written-in.other") : localeName(each, words.locale),
        }))}
        choose={(writtenIn) => change({ ...head, writtenIn })}
        canBeEmpty={false}
      />
      <SelectField
        label={t("contribution.carrier")}
        value={head.carrier}
        choices={["paper", "workshop"].map((each) => ({
          id: each,
          label: t(`contributionCarriers.${each}.label`),
        }))}
        choose={(carrier) => change({ ...head, carrier })}
        canBeEmpty={false}
      />
      {head.carrier === "workshop" && (
        <FormField
          label={t("contribution.workshop")}
          value={head.workshop}
          change={(workshop) => change({ ...head, workshop })}
        />
      )}
    </div>
  );
}

interface SheetProps {
  readonly id: string;
  readonly paper: QuestionnairePaper;
  readonly head: Head;
  readonly isFirst: boolean;
  readonly saved: (record: string) => void;
}

function Sheet({ id, paper, head, isFirst, saved }: SheetProps) {
  const { words, api, changed, announce } = useDesk();
  const { run, isBusy } = useAction();
  const [entry, setEntry] = useState<Entry>(() => ({
    ...empty,
    consent: { ...leastConsent, until: paper.keepUntil },
  }));
  const filling = useFilling(id, paper.questions, entry);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isFirst) form.current?.querySelector("input")?.focus();
  }, [isFirst]);
  const isReady = filling !== null && isWhole(filling) && head.typedBy.trim() !== "";
  const save = (): void => {
    if (!isReady || isBusy) return;
    run(async () => {
      // What is shown can be older than what was typed last.
      const typed = typedIn(paper.questions, entry);
      const now = await api.ask<PaperFilling>("questionnaire.filling", { questionnaire: id, typed });
      if (!isWhole(now)) return;
      const { records } = await api.run(
        "contribution.write",
        inputOf({ id, head, entry, filling: now }, words.locale),
      );
      announce(words.t("voices.enter.saved"));
      changed();
      saved(records[0] ?? "");
    });
  };
  const pressed = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      save();
    } else if (event.target instanceof HTMLInputElement && event.target.type === "text") {
      event.preventDefault();
      focusNext(event.currentTarget, event.target);
    }
  };
  return (
    <div ref={form} onKeyDownCapture={pressed}>
      <EntryFields paper={paper} entry={entry} change={setEntry} filling={filling} />
      <section className="card">
        <h2>{words.t("form.page.consent.title")}</h2>
        <PaperConsentFields consent={entry.consent} change={(consent) => setEntry({ ...entry, consent })} />
      </section>
      <WhoFields entry={entry} change={setEntry} />
      <p className="actions">
        <Action primary isDisabled={!isReady || isBusy} onPress={save}>
          {words.t("voices.enter.save")}
        </Action>
      </p>
    </div>
  );
}

interface WhoProps {
  readonly entry: Entry;
  readonly change: (change: (entry: Entry) => Entry) => void;
}

function WhoFields({ entry, change }: WhoProps) {
  const { t } = useDesk().words;
  return (
    <section className="card fields">
      <h2>{t("form.page.who.title")}</h2>
      {contributorParts
        .filter((part) => isNeeded(part, entry))
        .map((part) => (
          <FormField
            key={part}
            label={t(`form.page.who.${part}`)}
            value={entry.who[part] ?? ""}
            change={(text) => change((now) => ({ ...now, who: { ...now.who, [part]: text } }))}
          />
        ))}
    </section>
  );
}

/** Only what the choices on the paper need is kept. */
function isNeeded(part: string, { consent, own }: Entry): boolean {
  const wanted = new Set([consent, ...Object.values(own)].map(({ attribution }) => attribution));
  if (part === "contact") return true;
  return wanted.has(part === "role" || part === "region" ? "role-region" : part);
}

function typedIn(questions: readonly PaperQuestion[], entry: Entry): readonly object[] {
  return placesOf(questions, entry).map(({ place, ...of }) => ({ ...of, typed: entry.typed[place] ?? "" }));
}

/** What was typed, held against the questionnaire; the last answer stays while the next one is on its way. */
function useFilling(id: string, questions: readonly PaperQuestion[], entry: Entry): PaperFilling | null {
  const { value } = useQuery<PaperFilling>("questionnaire.filling", {
    questionnaire: id,
    typed: typedIn(questions, entry),
  });
  const [last, setLast] = useState<PaperFilling | null>(null);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}

function isWhole({ answers, problems }: PaperFilling): boolean {
  return answers.length > 0 && problems.every(({ problem }) => problem === "lacking");
}

interface Written {
  readonly id: string;
  readonly head: Head;
  readonly entry: Entry;
  readonly filling: PaperFilling;
}

function inputOf({ id, head, entry, filling }: Written, locale: string): object {
  const who = Object.entries(entry.who).filter(([part, text]) => text.trim() !== "" && isNeeded(part, entry));
  return {
    questionnaire: id,
    carrier: head.carrier,
    answered: head.answered.trim(),
    writtenIn: head.writtenIn,
    typedBy: { text: head.typedBy.trim(), lang: locale },
    ...(head.carrier === "workshop" && head.workshop.trim() !== ""
      ? { workshop: { text: head.workshop.trim(), lang: locale } }
      : {}),
    contributor: Object.fromEntries(who.map(([part, text]) => [part, text.trim()])),
    answers: filling.answers.map(({ question, item, value }) => {
      const place = item === null ? question : `${question}.${item}`;
      const { until, ...consent } = entry.own[place] ?? entry.consent;
      return {
        question,
        ...(item === null ? {} : { item }),
        value,
        consent: { ...consent, ...(until.trim() === "" ? {} : { until: until.trim() }) },
      };
    }),
  };
}

function focusNext(form: HTMLElement, from: HTMLElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>("input, textarea, select")].filter(
    (each) => each.offsetParent !== null,
  );
  fields[fields.indexOf(from) + 1]?.focus();
}
