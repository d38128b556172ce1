// Ties the log to a time: a checkpoint, a request to an authority, and its answer that comes back, by file or by asking.
import { useCallback, useState } from "react";
import type { ListedAnchor, MadeAnchorFiles, TimestampVerdict } from "../api/contract/anchors.ts";
import { useAction, useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { numberWords } from "../words/amounts.ts";
import { momentWords } from "../words/date-words.ts";
import { AskAuthority } from "./ask-authority.tsx";
import { base64Of, FileField, Verdict } from "./timestamp-parts.tsx";

export function Anchors() {
  const { words } = useDesk();
  return (
    <section className="card" aria-labelledby="anchors-title">
      <h2 id="anchors-title">{words.t("desk.anchors.title")}</h2>
      <p>{words.t("desk.anchors.why")}</p>
      <KnownAnchors />
      <MakeAnchor />
      <AttachAnswer />
      <AskAuthority />
    </section>
  );
}

function KnownAnchors() {
  const { words, api, version } = useDesk();
  const { value } = useAnswer<readonly ListedAnchor[]>(
    useCallback(() => api.anchors(), [api]),
    version,
  );
  if (value === null) return null;
  if (value.length === 0) return <p className="note">{words.t("desk.anchors.none")}</p>;
  return (
    <ul>
      {value.map(({ record, made, commits, checkpoint, timestamp }) => (
        <li key={record}>
          {made !== null && momentWords(words, made)} ·{" "}
          {words.t("desk.anchors.commits", { count: numberWords(words, commits) })}{" "}
          <span className={checkpoint === "confirmed" ? "" : "danger"}>
            {words.t(`anchors.checkpoint.${checkpoint}`)}
          </span>{" "}
          {timestamp === null ? words.t("anchors.timestamp.none") : <Verdict verdict={timestamp} />}
        </li>
      ))}
    </ul>
  );
}

function MakeAnchor() {
  const { words, api, changed } = useDesk();
  const { run, isBusy } = useAction();
  const [made, setMade] = useState<MadeAnchorFiles | null>(null);
  const make = async (): Promise<void> => {
    setMade(await api.makeAnchor());
    changed();
  };
  return (
    <>
      <p className="actions">
        <Action isDisabled={isBusy} onPress={() => run(make)}>
          {words.t("desk.anchors.make")}
        </Action>
      </p>
      {made !== null && (
        <>
          <p>{words.t("desk.anchors.made")}</p>
          <ul>
            <li>
              <a href={made.request} download>
                {words.t("desk.anchors.request")}
              </a>
            </li>
            <li>
              <a href={made.note} download>
                {words.t("desk.anchors.note")}
              </a>
            </li>
          </ul>
        </>
      )}
    </>
  );
}

function AttachAnswer() {
  const { words, api, changed } = useDesk();
  const { run, isBusy } = useAction();
  const [answer, setAnswer] = useState<File | null>(null);
  const [trusted, setTrusted] = useState<File | null>(null);
  const [verdict, setVerdict] = useState<TimestampVerdict | null>(null);
  const attach = (event: Submitted): void => {
    event.preventDefault();
    run(async () => {
      if (answer === null) return;
      const input = {
        answer: await base64Of(answer),
        ...(trusted === null ? {} : { trusted: await base64Of(trusted) }),
      };
      setVerdict((await api.attachAnswer(input)).verdict);
      changed();
    });
  };
  return (
    <details>
      <summary>{words.t("desk.anchors.answer")}</summary>
      <form className="fields" onSubmit={attach}>
        <FileField label={words.t("desk.anchors.answer.file")} choose={setAnswer} />
        <FileField label={words.t("desk.anchors.trusted")} choose={setTrusted} />
        <p className="note">{words.t("desk.anchors.trusted.help")}</p>
        <div className="actions">
          <Action primary isSubmit isDisabled={isBusy || answer === null}>
            {words.t("desk.anchors.attach")}
          </Action>
        </div>
        <output>{verdict !== null && <Verdict verdict={verdict} />}</output>
      </form>
    </details>
  );
}
