// The versions of a draft and of each of its parts: two are compared word by word, and an earlier one is brought back.
import { useState } from "react";
import type {
  ComparedDrafts,
  ComparedVersions,
  DocumentPage,
  DraftVersion,
  PartVersion,
} from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { momentWords } from "../words/date-words.ts";
import { deviceWords } from "../words/device-words.ts";
import { partLabel } from "../words/labels.ts";
import { ComparedRuns } from "./compared-runs.tsx";
import { sittingsOf } from "./sittings.ts";

export function VersionsScreen({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const { value: page, error } = useQuery<DocumentPage>("document.page", { document: id });
  const [chosen, setChosen] = useState("");
  if (page === null) return <Waiting error={error} />;
  const parts = page.parts.flatMap(({ heading, written }) =>
    written.map(({ record }) => ({ id: record, label: words.t(heading) })),
  );
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.document"), to: ["list", "document"] },
          { label: page.title.text, to: ["document", id] },
        ]}
      />
      <h1>{words.t("writing.versions")}</h1>
      <p className="note">{words.t("writing.versions.note")}</p>
      <SelectField
        label={words.t("writing.versions.of")}
        value={chosen}
        empty={words.t("writing.whole")}
        choices={parts}
        choose={setChosen}
      />
      {chosen === "" ? <OfWhole key={id} document={id} /> : <OfPart key={chosen} part={chosen} />}
      <p className="actions no-print">
        <Go to={["document", id]}>{words.t("writing.back")}</Go>
      </p>
    </article>
  );
}

function OfWhole({ document }: { readonly document: string }) {
  const { value, error } = useQuery<readonly DraftVersion[]>("document.history", { document });
  if (value === null) return <Waiting error={error} />;
  return (
    <Versions
      versions={value}
      restore={{ command: "document.restore-whole", input: { document } }}
      compare={(pair) => <ComparedWhole document={document} {...pair} />}
    />
  );
}

function OfPart({ part }: { readonly part: string }) {
  const { value, error } = useQuery<readonly PartVersion[]>("document.versions", { part });
  if (value === null) return <Waiting error={error} />;
  return (
    <Versions
      versions={value}
      restore={{ command: "document.restore", input: { part } }}
      compare={(pair) => <ComparedPart part={part} {...pair} />}
    />
  );
}

interface Pair {
  readonly earlier: number;
  readonly later: number;
}

interface VersionsProps {
  /** Oldest first. */
  readonly versions: readonly (PartVersion & { readonly part?: string })[];
  readonly restore: { readonly command: string; readonly input: object };
  readonly compare: (pair: Pair) => React.ReactNode;
}

function Versions({ versions, restore, compare }: VersionsProps) {
  const { words } = useDesk();
  const [isEvery, setEvery] = useState(false);
  const [pair, setPair] = useState<Partial<Pair>>({});
  const shown = isEvery ? versions.toReversed() : sittingsOf(versions);
  const newest = versions.length;
  if (newest === 0) return <p className="empty">{words.t("writing.versions.none")}</p>;
  const later = pair.later ?? newest;
  const earlier =
    pair.earlier ?? shown.find(({ version }) => version < later)?.version ?? Math.max(1, later - 1);
  const choosing = { shown, versions, words };
  return (
    <>
      <label className="check no-print">
        <input type="checkbox" checked={isEvery} onChange={() => setEvery(!isEvery)} />
        {words.t("writing.versions.every")}
      </label>
      <ol className="plain card" reversed>
        {shown.map((each) => (
          <VersionLine key={each.version} version={each} isNow={each.version === newest} restore={restore} />
        ))}
      </ol>
      <h2>{words.t("writing.compared")}</h2>
      {newest === 1 ? (
        <p className="note">{words.t("writing.versions.one")}</p>
      ) : (
        <>
          <div className="choices-line no-print">
            <SelectField
              label={words.t("writing.versions.earlier")}
              value={String(earlier)}
              choices={choicesWith(earlier, choosing)}
              choose={(version) => setPair({ later, earlier: Number(version) })}
              canBeEmpty={false}
            />
            <SelectField
              label={words.t("writing.versions.later")}
              value={String(later)}
              choices={choicesWith(later, choosing)}
              choose={(version) => setPair({ earlier, later: Number(version) })}
              canBeEmpty={false}
            />
          </div>
          {compare({ earlier, later })}
        </>
      )}
    </>
  );
}

type Words = ReturnType<typeof useDesk>["words"];
type Choices = readonly { readonly id: string; readonly label: string }[];

interface Choosing extends Pick<VersionsProps, "versions"> {
  readonly shown: VersionsProps["versions"];
  readonly words: Words;
}

/** A save inside a sitting is there while it is chosen. */
function choicesWith(chosen: number, { shown, versions, words }: Choosing): Choices {
  const known = versions.filter(
    ({ version }) => version === chosen && !shown.some((each) => each.version === chosen),
  );
  return [...shown, ...known].map((each) => ({ id: String(each.version), label: versionWords(words, each) }));
}

function versionWords(words: Words, { version, at }: PartVersion): string {
  return words.t("writing.version", { version, when: momentWords(words, at) });
}

interface VersionLineProps {
  readonly version: VersionsProps["versions"][number];
  readonly isNow: boolean;
  readonly restore: VersionsProps["restore"];
}

function VersionLine({ version, isNow, restore }: VersionLineProps) {
  const desk = useDesk();
  const { words, api, announceUndo, changed } = desk;
  const { run, isBusy } = useAction();
  const bringBack = async (): Promise<void> => {
    const { records } = await api.run(restore.command, { ...restore.input, version: version.version });
    announceUndo(words.t("writing.version.restored", { version: version.version }), async () => {
      for (const record of records) await api.run("record.undo", { record });
      changed();
    });
    changed();
  };
  return (
    <li>
      <span>
        {versionWords(words, version)}{" "}
        <small>
          {deviceWords(desk, version.device)} · {words.t("writing.words", { words: version.words })}
          {version.part !== undefined && ` · ${partLabel(words, version.part)}`}
        </small>
      </span>
      {isNow ? (
        <small>{words.t("writing.version.now")}</small>
      ) : (
        <Action
          quiet
          isDisabled={isBusy}
          label={words.t("writing.version.restore-of", { version: version.version })}
          onPress={() => run(bringBack)}
        >
          {words.t("writing.version.restore")}
        </Action>
      )}
    </li>
  );
}

function ComparedPart({ part, earlier, later }: Pair & { readonly part: string }) {
  const { value, error } = useQuery<ComparedVersions>("document.compare", { part, earlier, later });
  if (value === null) return <Waiting error={error} />;
  return (
    <div className="card">
      <ComparedRuns runs={value.runs} language={value.language} />
    </div>
  );
}

function ComparedWhole({ document, earlier, later }: Pair & { readonly document: string }) {
  const { words } = useDesk();
  const { value, error } = useQuery<ComparedDrafts>("document.compare-whole", { document, earlier, later });
  if (value === null) return <Waiting error={error} />;
  if (value.parts.length === 0) return <p>{words.t("writing.compared.same")}</p>;
  return value.parts.map(({ record, part, language, runs }) => (
    <section key={record} className="card" aria-label={partLabel(words, part)}>
      <h3>{partLabel(words, part)}</h3>
      <ComparedRuns runs={runs} language={language} />
    </section>
  ));
}
