// A draft before it leaves: what it lacks, whose names do not leave, how it reads, and who answers for it. Nothing readable is
// written before a person approved it.
import { useCallback, useState } from "react";
import type { DocumentPage, OutputsPage } from "@tocsin/workspace";
import type { ShownDraft } from "../api/contract/documents.ts";
import type { WrittenReport } from "../api/contract/report.ts";
import { useAnswer, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { OutputFacts } from "../outputs/output-facts.tsx";
import { Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";
import { addressOf } from "../router.ts";
import { codeLabel, labelOfKind, partLabel, textOr } from "../words/labels.ts";
import { CountWords } from "./count-words.tsx";
import { DocumentText } from "./document-text.tsx";

export function PreviewScreen({ id }: { readonly id: string }) {
  const { api, words, version } = useDesk();
  const { value: page, error } = useQuery<DocumentPage>("document.page", { document: id });
  const shown = useAnswer<ShownDraft>(
    useCallback(() => api.showDraft({ document: id }), [api, id]),
    version,
  );
  if (page === null) return <Waiting error={error} />;
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.document"), to: ["list", "document"] },
          { label: page.title.text, to: ["document", id] },
        ]}
      />
      <h1>{words.t("writing.preview")}</h1>
      <p>
        {words.t("desk.outputs.for", { audience: codeLabel(words, "audiences", page.audience) })}{" "}
        <a href={addressOf("document", id, "edit")} className="no-print">
          {words.t("writing.about-draft")}
        </a>
      </p>
      {shown.value === null ? <Waiting error={shown.error} /> : <Shown page={page} shown={shown.value} />}
    </article>
  );
}

interface ShownProps {
  readonly page: DocumentPage;
  readonly shown: ShownDraft;
}

function Shown({ page, shown }: ShownProps) {
  const { words, api } = useDesk();
  const { document } = page;
  const { check, earlier, hasTables } = shown;
  const forms = ["pdf", "docx", "html", ...(hasTables ? ["csv"] : []), "json"];
  return (
    <>
      <p>
        <CountWords words={check.words} limit={check.limit} isUncounted={false} />
      </p>
      <Lacking page={page} check={check} />
      <Unnamed page={page} shown={shown} />
      {check.ready && (
        <ApproveOutputs
          forms={forms}
          earlier={earlier}
          write={(approved) => api.writeDraft({ document, ...approved })}
          result={(written: WrittenReport) => <Written written={written} />}
        />
      )}
      <h2>{words.t("writing.preview.text")}</h2>
      <p className="note no-print">{words.t("writing.preview.note")}</p>
      <DocumentText model={shown.document} />
    </>
  );
}

function Lacking({ page, check }: { readonly page: DocumentPage; readonly check: ShownDraft["check"] }) {
  const { words } = useDesk();
  if (check.ready) return null;
  return (
    <section className="card no-print" aria-labelledby="lacking-title">
      <h2 id="lacking-title">{words.t("writing.lacking")}</h2>
      <p className="waits">{words.t("writing.preview.lacking")}</p>
      <ul>
        {check.lacks.map(({ part, code }) => (
          <li key={`${part ?? ""} ${code}`}>
            {part !== null && <b>{partLabel(words, part)}: </b>}
            {words.t(`documents.lack.${code}`)}
          </li>
        ))}
      </ul>
      <p className="actions">
        <Go primary to={["document", page.document]}>
          {words.t("writing.back")}
        </Go>
      </p>
    </section>
  );
}

function Unnamed({ page, shown: { withheld } }: ShownProps) {
  const { words } = useDesk();
  return (
    <section className="card no-print" aria-labelledby="unnamed-title">
      <h2 id="unnamed-title">{words.t("writing.preview.unnamed")}</h2>
      {withheld.length === 0 && <p>{words.t("writing.names.all")}</p>}
      <ul className="plain">
        {withheld.map(({ person, reason }) => {
          const known = page.labels[person];
          const kind = known?.kind ?? "person";
          return (
            <li key={person}>
              <a href={addressOf(kind, person)}>
                <bdi>{labelOfKind(words, kind, known?.label ?? "")}</bdi>
              </a>
              <small className="waits">{textOr(words, `consent.reason.${reason}`, reason)}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const noted = 1500;

/** The files, to be fetched; and once they were, where readable copies of them lie. */
function Written({ written }: { readonly written: WrittenReport }) {
  const { words, api, version } = useDesk();
  const { release } = written;
  const [fetched, setFetched] = useState(0);
  const { value } = useAnswer<OutputsPage["rows"][number] | null>(
    useCallback(() => api.ask("output.page", { release }), [api, release]),
    version + fetched,
  );
  // A browser does not say when it has a file: by then it is noted.
  const look = (): void => {
    setTimeout(() => setFetched((last) => last + 1), noted);
  };
  return (
    <>
      <Outputs written={written} fetching={look} />
      <h3>{words.t("writing.copies")}</h3>
      <p className="note">
        {words.t("writing.copies.note")} <a href={addressOf("outputs")}>{words.t("desk.outputs.title")}</a>
      </p>
      {value !== null && <OutputFacts output={value} />}
    </>
  );
}
