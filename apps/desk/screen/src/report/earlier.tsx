// What records that would leave and earlier releases of them reveal together, each with the release.
import type { EarlierNotice } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Together } from "../leaving/together.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { dateWords } from "../words/date-words.ts";
import { textOr } from "../words/labels.ts";

interface EarlierProps {
  readonly notices: readonly EarlierNotice[];
  readonly isAccepted: boolean;
  readonly accept: (isAccepted: boolean) => void;
}

export function Earlier(props: EarlierProps) {
  const { words } = useDesk();
  return (
    <Together
      {...props}
      title={words.t("release.earlier")}
      why={words.t("release.earlier.why")}
      draw={(notice) => (
        <li key={`${notice.kind} ${notice.release} ${notice.record} ${notice.field}`}>
          <Notice notice={notice} />
        </li>
      )}
    />
  );
}

function Notice({ notice }: { readonly notice: EarlierNotice }) {
  const { words } = useDesk();
  const { kind, release, approved, withdrawn, record, label, recordKind, field, count } = notice;
  const named = label === "" && recordKind !== null ? words.t(`kind.${recordKind}.one`) : label;
  const date = approved === null ? "" : dateWords(words, approved.slice(0, 10));
  return (
    <>
      {words.t(`release.earlier.${kind}`)}
      {count !== undefined && (
        <>
          {": "}
          <code dir="ltr">{label}</code> ({numberWords(words, count)})
        </>
      )}
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
