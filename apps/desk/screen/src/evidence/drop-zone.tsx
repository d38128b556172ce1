// A file or folder dropped here, or chosen with the keyboard, becomes evidence: first what is to be said about it.
import { useRef, useState, type DragEvent } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { AboutFields, hasBadDate, nothingSaid } from "./about-fields.tsx";
import { CopyFields, nothingCopied } from "./copy-fields.tsx";
import { filesOfDrop, filesOfInput, takeIn, type FileToTake, type IntakeProgress } from "./intake.ts";

interface DropZoneProps {
  readonly caseId: string | null;
  /** Of what the dropped files are a working copy. */
  readonly original?: string;
}

export function DropZone({ caseId, original }: DropZoneProps) {
  const { words, fail } = useDesk();
  const [files, setFiles] = useState<readonly FileToTake[]>([]);
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
      {files.length > 0 && (
        <TakeIn files={files} caseId={caseId} original={original ?? null} done={() => setFiles([])} />
      )}
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
  readonly files: readonly FileToTake[];
  readonly caseId: string | null;
  readonly original: string | null;
  readonly done: () => void;
}

function TakeIn({ files, caseId, original, done }: TakeInProps) {
  const { words, api, jobs } = useDesk();
  const [about, setAbout] = useState({ ...nothingSaid, title: files[0]?.path.split("/")[0] ?? "" });
  const [copy, setCopy] = useState(nothingCopied);
  const [progress, setProgress] = useState<IntakeProgress | null>(null);
  const stop = useRef(new AbortController());
  const { run, isBusy } = useAction();
  const seal = async (): Promise<void> => {
    jobs.refresh();
    const ofOriginal = original === null ? {} : { ...copy, parent: original };
    const said = { ...about, ...ofOriginal, lang: words.locale, case: caseId };
    await takeIn(api, files, { about: said, signal: stop.current.signal, onProgress: setProgress });
    jobs.refresh();
    done();
  };
  return (
    <div className="card fields">
      <h3>{words.t("desk.drop.taken", { count: files.length })}</h3>
      {original !== null && <CopyFields copy={copy} change={setCopy} />}
      <AboutFields about={about} change={setAbout} />
      <p className="actions">
        <Action
          primary
          isDisabled={isBusy || hasBadDate(about) || (original !== null && copy.copyKind === "")}
          onPress={() => run(seal)}
        >
          {words.t("desk.evidence.seal")}
        </Action>
        <Action
          onPress={() => {
            stop.current.abort();
            done();
          }}
        >
          {words.t("action.cancel")}
        </Action>
      </p>
      {progress !== null && (
        <output>{words.t("desk.drop.progress", { done: progress.files, total: progress.of })}</output>
      )}
    </div>
  );
}
