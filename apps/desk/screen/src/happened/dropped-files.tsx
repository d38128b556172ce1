// Files that were dropped on the desk: they are sealed, and what happened is written down with them, in one act.
import { useCallback, useRef, useState, useSyncExternalStore } from "react";
import type { RecordPage } from "@tocsin/workspace";
import { jobDone } from "../api/job-end.ts";
import { useAction, useAnswer, type Asked } from "../asking.ts";
import { useDrawnIn } from "../beside/drawn-in.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { hasBadDate, nothingSaid } from "../evidence/about.ts";
import { AboutFields } from "../evidence/about-fields.tsx";
import { evidenceIn, takeIn, type FileToTake, type IntakeProgress } from "../evidence/intake.ts";
import { Action } from "../parts/action.tsx";
import { useIsHere } from "../parts/is-here.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useRoute } from "../router.ts";
import { caseIn } from "./happened-from.tsx";
import { dayOfFiles, type Named, type ShortAccount } from "./short-account.ts";
import { ShortForm } from "./short-form.tsx";

export function DroppedFiles() {
  const { words, dropped } = useDesk();
  const files = useSyncExternalStore(dropped.subscribe, dropped.files);
  const { value: page, error } = useCaseOfPage();
  if (files.length === 0) return <p className="note">{words.t("desk.quick.drop-again")}</p>;
  if (page === null) return <Waiting error={error} />;
  return <OfDrop key={keyOf(files)} files={files} inCase={page.case} />;
}

function keyOf(files: readonly FileToTake[]): string {
  return files.map(({ path, file }) => `${path} ${file.lastModified} ${file.size}`).join("\n");
}

interface OfDropProps {
  readonly files: readonly FileToTake[];
  readonly inCase: Named | null;
}

function OfDrop({ files, inCase }: OfDropProps) {
  const { words, dropped, announce } = useDesk();
  const { leave } = useDrawnIn();
  const { run, isBusy } = useAction();
  const isHere = useIsHere();
  const name = files[0]?.path.split("/")[0] ?? "";
  const [about, setAbout] = useState({ ...nothingSaid, title: name });
  const when = dayOfFiles(files);
  const [account, setAccount] = useState<ShortAccount>({ acts: [], title: "", when });
  const { case: chosen = inCase } = account;
  const { seal, progress } = useSealing(files, { ...about, lang: words.locale, case: chosen?.id ?? null });
  const sealOnly = async (): Promise<void> => {
    const evidence = await seal();
    announce(words.t("desk.saved"));
    if (isHere.current) leave(["evidence", evidence]);
    dropped.take([]);
  };
  return (
    <ShortForm
      account={account}
      change={setAccount}
      proposed={{ whenFrom: "file", when, case: inCase, title: name }}
      restOn={async () => ({ evidence: [await seal()], findings: [] })}
      end={() => Promise.resolve(dropped.take([]))}
      others={
        <Action isDisabled={isBusy || hasBadDate(about)} onPress={() => run(sealOnly)}>
          {words.t("desk.quick.seal-only")}
        </Action>
      }
      below={
        <details>
          <summary>{words.t("desk.quick.about")}</summary>
          <div className="fields">
            <AboutFields about={about} change={setAbout} />
          </div>
        </details>
      }
    >
      <p className="note">
        {words.t("desk.drop.taken", { count: files.length })}: <bdi>{name}</bdi>
      </p>
      {progress !== null && (
        <output>{words.t("desk.drop.progress", { done: progress.files, total: progress.of })}</output>
      )}
    </ShortForm>
  );
}

/** Seals them once, however often it is asked for: what comes after may have to be tried again. Gives the record. */
function useSealing(files: readonly FileToTake[], about: Parameters<typeof takeIn>[2]["about"]) {
  const { api, jobs } = useDesk();
  const [progress, setProgress] = useState<IntakeProgress | null>(null);
  const sealed = useRef<string | null>(null);
  const seal = async (): Promise<string> => {
    if (sealed.current !== null) return sealed.current;
    const { signal } = new AbortController();
    const id = await takeIn(api, files, { about, signal, onProgress: setProgress });
    jobs.refresh();
    const { result } = await jobDone(api, id);
    sealed.current = evidenceIn(result);
    return sealed.current;
  };
  return { seal, progress };
}

/** The case of the page that lies behind, where it has one. */
function useCaseOfPage(): Asked<{ readonly case: Named | null }> {
  const { api, definitions, version } = useDesk();
  const [kind = "", id] = useRoute();
  const record = kindNamed(definitions, kind) === undefined ? null : (id ?? null);
  const ask = useCallback(
    async () => ({
      case: record === null ? null : caseIn(await api.ask<RecordPage>("record.show", { record })),
    }),
    [api, record],
  );
  return useAnswer(ask, version);
}
