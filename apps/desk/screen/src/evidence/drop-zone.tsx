// A file or folder dropped here, or chosen with the keyboard, becomes evidence: first what is to be said about it.
import { useState, type DragEvent } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { hasBadDate, nothingSaid } from "./about.ts";
import { AboutFields } from "./about-fields.tsx";
import { placeOf, useChoice } from "./chosen.ts";
import { CopyFields } from "./copy-fields.tsx";
import { filesOfDrop, filesOfInput, takeIn, type FileToTake } from "./intake.ts";

interface DropZoneProps {
  readonly caseId: string | null;
  /** Of what the dropped files are a working copy. */
  readonly original?: string;
}

export function DropZone({ caseId, original }: DropZoneProps) {
  const { words, session, chosen, fail } = useDesk();
  const place = placeOf(session, "drop", original ?? caseId);
  const { files, sealing } = useChoice(chosen, place);
  const setFiles = (next: readonly FileToTake[]): void => {
    if (next.length === 0 || sealing !== null) return;
    const title = next[0]?.path.split("/")[0] ?? "";
    chosen.forget(place);
    chosen.keep(place, { files: next, about: { ...nothingSaid, title } });
  };
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    filesOfDrop(event.dataTransfer.items).then(setFiles, fail);
  };
  return (
    <section
      className="no-print"
      aria-label={words.t(original === undefined ? "desk.evidence.add" : "desk.evidence.copy")}
    >
      <div
        className={isOver ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{words.t("desk.drop.here")}</p>
        <p className="actions">
          <FileInput label={words.t("desk.evidence.add.file")} take={setFiles} folder={false} />
          <FileInput label={words.t("desk.evidence.add.folder")} take={setFiles} folder />
          {original === undefined && (
            <Go quiet to={["do", "evidence.describe", ...(caseId === null ? [] : ["case", caseId])]}>
              {words.t("command.evidence.describe")}
            </Go>
          )}
        </p>
      </div>
      {files.length > 0 && <TakeIn place={place} caseId={caseId} original={original ?? null} />}
    </section>
  );
}

interface FileInputProps {
  readonly label: string;
  readonly folder: boolean;
  readonly take: (files: readonly FileToTake[]) => void;
}

function FileInput({ label, folder, take }: FileInputProps) {
  return (
    <label className="btn file">
      {label}
      <input
        type="file"
        multiple
        onChange={(event) => take(filesOfInput(event.target.files))}
        {...(folder ? { webkitdirectory: "" } : {})}
      />
    </label>
  );
}

interface TakeInProps {
  readonly place: string;
  readonly caseId: string | null;
  readonly original: string | null;
}

function TakeIn({ place, caseId, original }: TakeInProps) {
  const { words, chosen } = useDesk();
  const { files, about, copy, sealing } = useChoice(chosen, place);
  const { run, isBusy } = useAction();
  const seal = useSealing({ place, caseId, original });
  const lacksKind = original !== null && copy.copyKind === "";
  return (
    <div className="card fields">
      <h3>{words.t("desk.drop.taken", { count: files.length })}</h3>
      {original !== null && <CopyFields copy={copy} change={(next) => chosen.keep(place, { copy: next })} />}
      <AboutFields about={about} change={(next) => chosen.keep(place, { about: next })} />
      <p className="actions">
        <Action
          primary
          isDisabled={isBusy || sealing !== null || hasBadDate(about) || lacksKind}
          onPress={() => run(seal)}
        >
          {words.t("desk.evidence.seal")}
        </Action>
        <Action
          onPress={() => {
            sealing?.stop.abort();
            chosen.forget(place);
          }}
        >
          {words.t("action.cancel")}
        </Action>
      </p>
      {sealing?.progress != null && (
        <output>
          {words.t("desk.drop.progress", { done: sealing.progress.files, total: sealing.progress.of })}
        </output>
      )}
    </div>
  );
}

/** Goes on while somebody is on another page; what comes of it after a cancel is nobody's any more. */
function useSealing({ place, caseId, original }: TakeInProps): () => Promise<void> {
  const { words, api, jobs, chosen } = useDesk();
  return async () => {
    const { files, about, copy } = chosen.at(place);
    const stop = new AbortController();
    const keep = (changes: Parameters<typeof chosen.keep>[1]): void => {
      if (!stop.signal.aborted) chosen.keep(place, changes);
    };
    keep({ sealing: { stop, progress: null } });
    jobs.refresh();
    const ofOriginal = original === null ? {} : { ...copy, parent: original };
    try {
      await takeIn(api, files, {
        about: { ...about, ...ofOriginal, lang: words.locale, case: caseId },
        signal: stop.signal,
        onProgress: (progress) => keep({ sealing: { stop, progress } }),
      });
    } catch (error) {
      keep({ sealing: null });
      throw error;
    }
    jobs.refresh();
    if (!stop.signal.aborted) chosen.forget(place);
  };
}
