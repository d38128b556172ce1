// Everything that left the vault, newest first, by audience and kind of file.
import { useState } from "react";
import type { LastLibraryRelease, OutputsPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { LastRelease } from "../library/last-release.tsx";
import { Action, Go } from "../parts/action.tsx";
import { useMore } from "../parts/more-pages.ts";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { OutputFacts } from "./output-facts.tsx";

interface Chosen {
  readonly audience: string;
  readonly format: string;
}

export function OutputsScreen() {
  const { words, definitions } = useDesk();
  const [chosen, setChosen] = useState<Chosen>({ audience: "", format: "" });
  const input = Object.fromEntries(Object.entries(chosen).filter(([, code]) => code !== ""));
  const choice = (name: keyof Chosen, vocabulary: string) => (
    <SelectField
      label={words.t(`release.${name}`)}
      value={chosen[name]}
      empty={words.t("desk.outputs.all")}
      choices={(definitions.vocabularies[vocabulary]?.terms ?? []).map(({ code }) => ({
        id: code,
        label: codeLabel(words, vocabulary, code),
      }))}
      choose={(code) => setChosen((last) => ({ ...last, [name]: code }))}
    />
  );
  return (
    <article className="page">
      <h1>{words.t("desk.outputs.title")}</h1>
      <p className="note">{words.t("desk.outputs.note")}</p>
      <div className="filters no-print">
        {choice("audience", "audiences")}
        {choice("format", "outputFormats")}
        <Go to={["library"]}>{words.t("desk.library.open")}</Go>
        <Go primary to={["write"]}>
          {words.t("writing.begin")}
        </Go>
        <Go to={["list", "document"]}>{words.t("kind.document")}</Go>
        <Go to={["list", "release"]}>{words.t("desk.held.all")}</Go>
      </div>
      <LibraryAge />
      <Outputs key={JSON.stringify(input)} input={input} />
    </article>
  );
}

/** Where one left, how old it is. */
function LibraryAge() {
  const { value } = useQuery<{ readonly last: LastLibraryRelease | null }>("library.last", {});
  return value === null || value.last === null ? null : <LastRelease last={value.last} />;
}

function Outputs({ input }: { readonly input: Readonly<Record<string, string>> }) {
  const { words } = useDesk();
  const asked = useQuery<OutputsPage>("outputs", input);
  const { rows, next, isBusy, loadMore } = useMore("outputs", input, asked.value);
  if (asked.value === null) return <Waiting error={asked.error} />;
  const { total = rows.length } = asked.value;
  if (rows.length === 0)
    return (
      <p className="empty">
        {words.t(Object.keys(input).length === 0 ? "desk.outputs.none" : "desk.outputs.none-match")}
      </p>
    );
  return (
    <>
      {rows.map((output) => (
        <section key={output.record} className="card output" aria-label={output.label}>
          <h2>
            <a href={addressOf("release", output.record)}>
              <bdi>{output.label}</bdi>
            </a>
          </h2>
          <OutputFacts output={output} />
        </section>
      ))}
      {next !== null && (
        <p className="actions no-print">
          <span className="note">{words.t("desk.list.shown", { shown: rows.length, count: total })}</span>
          <Action quiet isDisabled={isBusy} onPress={loadMore}>
            {words.t("action.show-more")}
          </Action>
        </p>
      )}
    </>
  );
}
