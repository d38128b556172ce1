// A case: the road as five numbers, what happened in order, who, what it is held against, and the evidence.
import type { CasePage, ComparedStatements } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { PictureLinks } from "../pictures/picture-links.tsx";
import { DropZone } from "../evidence/drop-zone.tsx";
import { History } from "../records/history.tsx";
import { Statements } from "../records/statements.tsx";
import { CaseSide } from "./case-side.tsx";
import { CaseTags } from "./case-tags.tsx";
import { RoadStrip } from "./road-strip.tsx";
import { Timeline } from "./timeline.tsx";

export function CasePageScreen({ id }: { readonly id: string }) {
  const asked = useQuery<CasePage>("case.page", { case: id });
  const { words, pullThread } = useDesk();
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  return (
    <article className="page wide">
      <Crumbs trail={[{ label: words.t("kind.case"), to: ["list", "case"] }]} />
      <h1>
        <bdi>{page.record.label}</bdi>
      </h1>
      <CaseTags page={page} />
      <PictureLinks kind="case" id={id} />
      <RoadStrip id={id} page={page} />
      <Missing page={page} />
      <div className="cols">
        <section aria-labelledby="happened-title">
          <h2 id="happened-title">{words.t("desk.case.happened")}</h2>
          <Timeline entries={page.timeline} />
          <p className="actions no-print">
            <Go to={["new", "incident", "case", id]}>{words.t("desk.incident.new")}</Go>
            <Go to={["new", "statement", "case", id]}>
              {words.t("desk.record.new", { kind: words.t("kind.statement.one") })}
            </Go>
            <Go to={["new", "proceeding", "case", id]}>
              {words.t("desk.record.new", { kind: words.t("kind.proceeding.one") })}
            </Go>
            <Go to={["bundle", "case", id]}>{words.t("desk.bundle.title")}</Go>
            <Go to={["case", id, "edit"]}>{words.t("desk.case.edit")}</Go>
            <Action onPress={() => pullThread(id)}>{words.t("desk.thread")}</Action>
          </p>
          <Statements kind="case" id={id} />
          <DropZone caseId={id} />
          <History kind="case" entries={page.record.history} />
        </section>
        <CaseSide id={id} page={page} />
      </div>
    </article>
  );
}

/** What keeps this case from its report, and what in it contradicts itself, in words. */
function Missing({ page }: { readonly page: CasePage }) {
  const { words } = useDesk();
  const said = useQuery<readonly ComparedStatements[]>("statement.compare", { case: page.record.id });
  const differing = said.value?.filter(({ standing }) => standing === "differs").length ?? 0;
  if (page.missing.length + differing === 0) return null;
  return (
    <ul className="missing" aria-label={words.t("desk.case.missing")}>
      {page.missing.map(({ key, values }) => (
        <li key={key}>{words.t(key, values)}</li>
      ))}
      {differing > 0 && <li>{words.t("desk.case.differs", { count: differing })}</li>}
    </ul>
  );
}
