// What earlier releases and this one together reveal, each with the release: a person lets it out all the same, or not.
import type { EarlierNotice } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { textOr } from "../words/labels.ts";

interface EarlierProps {
  readonly notices: readonly EarlierNotice[];
  readonly isAccepted: boolean;
  readonly accept: (isAccepted: boolean) => void;
}

const noticesShown = 20;

export function Earlier({ notices, isAccepted, accept }: EarlierProps) {
  const { words } = useDesk();
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="earlier-title">
      <h3 id="earlier-title">{words.t("release.earlier")}</h3>
      <p>{words.t("release.earlier.why")}</p>
      <ul>
        {notices.slice(0, noticesShown).map((notice) => (
          <li key={`${notice.kind} ${notice.release} ${notice.record} ${notice.field}`}>
            <Notice notice={notice} />
          </li>
        ))}
      </ul>
      {notices.length > noticesShown && (
        <p className="note">
          {words.t("desk.counts.reveals.more", { count: notices.length - noticesShown })}
        </p>
      )}
      <label className="check">
        <input type="checkbox" checked={isAccepted} onChange={() => accept(!isAccepted)} />
        {words.t("desk.counts.reveals.accept")}
      </label>
    </section>
  );
}

function Notice({ notice }: { readonly notice: EarlierNotice }) {
  const { words } = useDesk();
  const { kind, release, approved, withdrawn, record, label, recordKind, field } = notice;
  const named = label === "" && recordKind !== null ? words.t(`kind.${recordKind}.one`) : label;
  const date = approved === null ? "" : dateWords(words, approved.slice(0, 10));
  return (
    <>
      {words.t(`release.earlier.${kind}`)}
      {record !== null && recordKind !== null && (
        <>
          {": "}
          <a href={addressOf(recordKind, record)}>
            <bdi>{named}</bdi>
          </a>
        </>
      )}
      {recordKind !== null && field !== null && ` (${textOr(words, `${recordKind}.${field}`, field)})`}
      {" · "}
      <a href={addressOf("release", release)}>{words.t("release.earlier.of", { date })}</a>
      {withdrawn && ` · ${words.t("mark.withdrawn")}`}
    </>
  );
}
