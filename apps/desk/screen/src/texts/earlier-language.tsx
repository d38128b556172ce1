// Agreed language: a phrase is sought in earlier texts of the vault, and what is found is kept with who agreed to it.
import { useState } from "react";
import type { EarlierLanguage } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

interface PartProps {
  readonly negotiation: string;
}

export function EarlierLanguagePart({ negotiation }: PartProps) {
  const { words } = useDesk();
  const [phrase, setPhrase] = useState("");
  const [sought, setSought] = useState<string | null>(null);
  const search = (event: Submitted): void => {
    event.preventDefault();
    setSought(phrase.trim() === "" ? null : phrase.trim());
  };
  return (
    <section className="no-print" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{words.t("kind.agreedLanguage")}</h2>
      <p className="note">{words.t("texts.earlier.note")}</p>
      <search aria-label={words.t("texts.earlier")}>
        <form className="fields" onSubmit={search} autoComplete="off">
          <FormField label={words.t("texts.earlier.phrase")} value={phrase} change={setPhrase} required />
          <p className="actions">
            <Action isSubmit isDisabled={phrase.trim() === ""}>
              {words.t("texts.earlier.find")}
            </Action>
          </p>
        </form>
      </search>
      {sought !== null && <Found sought={sought} negotiation={negotiation} />}
    </section>
  );
}

function Found({ sought, negotiation }: PartProps & { readonly sought: string }) {
  const { words } = useDesk();
  const { value, error } = useQuery<EarlierLanguage>("language.earlier", {
    words: { text: sought, lang: words.locale },
  });
  if (value === null) return <Waiting error={error} />;
  if (value.found.length === 0) return <output className="empty">{words.t("texts.earlier.nothing")}</output>;
  return (
    <ul className="plain card">
      {value.found.map((each) => (
        <li key={each.record}>
          <Line found={each} negotiation={negotiation} />
        </li>
      ))}
    </ul>
  );
}

type FoundText = EarlierLanguage["found"][number];

function Line({ found, negotiation }: PartProps & { readonly found: FoundText }) {
  const { words } = useDesk();
  const { phrase, record, kind, symbol, title, label, dated, agreedBy, adopted } = found;
  const where = [
    symbol === title ? null : symbol,
    label,
    dated === null ? null : dateWords(words, dated),
    adopted === null ? null : codeLabel(words, "adoptionWays", adopted),
  ].filter((each) => each !== null);
  return (
    <div>
      <a href={addressOf(kind, record)}>
        <bdi>{title === "" ? (symbol ?? "–") : title}</bdi>
      </a>
      {where.length > 0 && <p className="note">{where.join(" · ")}</p>}
      <p dir="auto">
        <q>{phrase}</q>
      </p>
      <p className="note" dir="auto">
        {agreedBy === null
          ? words.t("texts.earlier.agreed-unknown")
          : words.t("texts.earlier.agreed", { who: agreedBy })}
      </p>
      {kind !== "agreedLanguage" && <Keep found={found} negotiation={negotiation} />}
    </div>
  );
}

function Keep({ found, negotiation }: PartProps & { readonly found: FoundText }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const { phrase, symbol, title, label, dated, kind, record } = found;
  const instrument = symbol ?? title;
  const keep = async (): Promise<void> => {
    const values = {
      phrase: { text: phrase, lang: words.locale },
      negotiation,
      instrument,
      checked: false,
      ...(label === null ? {} : { earlierParagraph: label }),
      ...(dated === null ? {} : { dated }),
      ...(kind === "provision" ? { provision: record } : {}),
    };
    await api.run("record.create", { kind: "agreedLanguage", values });
    announce(words.t("state.done"));
    changed();
  };
  return (
    <p className="actions">
      <Action
        quiet
        isDisabled={isBusy || instrument === ""}
        label={words.t("texts.earlier.keep-of", { phrase, instrument })}
        onPress={() => run(keep)}
      >
        {words.t("texts.earlier.keep")}
      </Action>
    </p>
  );
}
