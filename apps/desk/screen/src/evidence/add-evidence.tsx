// A file or folder of this computer becomes evidence: chosen where it lies, so that large ones need no copy.
import type { Submitted } from "../parts/submitted.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import { navigate } from "../router.ts";
import { hasBadDate } from "./about.ts";
import { AboutFields } from "./about-fields.tsx";
import { placeOf, useChoice } from "./chosen.ts";
import { DropZone } from "./drop-zone.tsx";

export function AddEvidence({ caseId }: { readonly caseId: string | null }) {
  const { words, api, jobs, session, chosen } = useDesk();
  const place = placeOf(session, "path", caseId);
  const { paths, about } = useChoice(chosen, place);
  const { run, isBusy } = useAction();
  const [path] = paths;
  const seal = async (): Promise<void> => {
    if (path === undefined) return;
    await api.addEvidence({ ...about, path, lang: words.locale, case: caseId });
    chosen.forget(place);
    jobs.refresh();
    navigate(...(caseId === null ? ["list", "evidence"] : ["case", caseId]));
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    run(seal);
  };
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t("kind.evidence"), to: ["list", "evidence"] }]} />
      <h1>{words.t("desk.evidence.add")}</h1>
      <p className="note">{words.t("kind.evidence.empty")}</p>
      <form className="fields" onSubmit={submit} autoComplete="off">
        <PathPicker
          label={words.t("desk.evidence.path")}
          chosen={paths}
          choose={(next) => chosen.keep(place, { paths: next })}
        />
        <AboutFields about={about} change={(next) => chosen.keep(place, { about: next })} />
        <p className="actions">
          <Action primary isSubmit isDisabled={isBusy || path === undefined || hasBadDate(about)}>
            {words.t("desk.evidence.seal")}
          </Action>
        </p>
      </form>
      <h2>{words.t("desk.drop.title")}</h2>
      <DropZone caseId={caseId} />
    </article>
  );
}
