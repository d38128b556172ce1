// Archived copies that could leave as files: what each carries and what stops it. A person chooses each by itself, and looks
// at the whole again before anybody approves it.
import type { PlannedLibrary } from "../api/contract/library.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { sizeWords, numberWords } from "../words/amounts.ts";
import { LongList } from "./long-list.tsx";

type File = PlannedLibrary["files"][number];

export interface ChosenFiles {
  /** Evidence; null where nobody chose here, and what left last leaves again. */
  readonly chosen: readonly string[] | null;
  readonly choose: (files: readonly string[]) => void;
  /** Whether the plan is made with them. */
  readonly isPlanned: boolean;
}

interface LibraryFilesProps {
  readonly files: readonly File[];
  readonly choice: ChosenFiles;
  readonly planAgain: () => void;
}

export function LibraryFiles({ files, choice: { chosen, choose, isPlanned }, planAgain }: LibraryFilesProps) {
  const { words } = useDesk();
  if (files.length === 0) return null;
  const now = chosen ?? files.flatMap(({ record, isApproved }) => (isApproved ? [record] : []));
  const toggle = (record: string): void =>
    choose(now.includes(record) ? now.filter((each) => each !== record) : [...now, record]);
  const leaving = files.filter(({ leaves }) => leaves).length;
  return (
    <section className="card" aria-labelledby="files-title">
      <h2 id="files-title">
        {words.t("desk.library.files")}: {numberWords(words, leaving)}
      </h2>
      <p className="note">{words.t("desk.library.files.why")}</p>
      <LongList
        rows={files}
        draw={(file) => (
          <FileRow
            key={`${file.item} ${file.record}`}
            file={file}
            isChosen={now.includes(file.record)}
            toggle={() => toggle(file.record)}
          />
        )}
      />
      {leaving > 0 && <p className="note">{words.t("desk.library.files.page")}</p>}
      {!isPlanned && (
        <p className="actions">
          <span className="waits">{words.t("desk.library.files.changed")}</span>
          <Action onPress={planAgain}>{words.t("desk.library.files.again")}</Action>
        </p>
      )}
    </section>
  );
}

interface FileRowProps {
  readonly file: File;
  readonly isChosen: boolean;
  readonly toggle: () => void;
}

function FileRow({ file, isChosen, toggle }: FileRowProps) {
  const { words } = useDesk();
  const { record, title, bytes, isRedacted, stops, isApproved } = file;
  const isStopped = stops.length > 0;
  return (
    <li>
      <span>
        {isStopped && !isApproved ? (
          <bdi>{title}</bdi>
        ) : (
          <label className="check">
            <input type="checkbox" checked={isChosen} onChange={toggle} />
            <bdi>{title}</bdi>
          </label>
        )}{" "}
        <small>
          {isRedacted && `${words.t("desk.library.files.redacted")} · `}
          {sizeWords(words, bytes)} ·{" "}
          {words.t(
            `library.file-state.${file.leaves ? "leaves" : isStopped || isApproved ? "stays" : "waits"}`,
          )}
        </small>
        <Said file={file} />
        <small>
          <a
            href={addressOf("evidence", record)}
            aria-label={`${words.t("desk.library.files.look")}: ${title}`}
          >
            {words.t("desk.library.files.look")}
          </a>
          {file.carries.length > 0 && file.mediaType !== null && (
            <>
              {" · "}
              <a
                href={addressOf("evidence", record, "redact")}
                aria-label={`${words.t("desk.library.files.clean")}: ${title}`}
              >
                {words.t("desk.library.files.clean")}
              </a>
            </>
          )}
        </small>
      </span>
    </li>
  );
}

/** Why it stays, what it carries, and how far its words could be read. */
function Said({ file: { stops, carries, wordsRead, mediaType } }: { readonly file: File }) {
  const { words } = useDesk();
  const lines = [
    ...stops.map((stop) => words.t(`library.file-stop.${stop}`)),
    ...carries.map((kind) => words.t("library.file-carries", { kind: words.t(`picture.extra.${kind}`) })),
    ...(stops.length === 0 && mediaType !== null ? [words.t(`library.file-words.${wordsRead}`)] : []),
  ];
  return (
    <ul className="file-said">
      {lines.map((line) => (
        <li key={line}>
          <small>{line}</small>
        </li>
      ))}
    </ul>
  );
}
