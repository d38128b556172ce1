// Readable copies that lie outside the vault: shown until a person says of each that it was deleted.
import type { HomePage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Hash } from "../parts/hash.tsx";
import { momentWords } from "../words/date-words.ts";

type Copies = HomePage["clear"];

export function ClearCopies({ copies }: { readonly copies: Copies }) {
  const { words } = useDesk();
  if (copies.rows.length === 0) return null;
  return (
    <section aria-labelledby="clear-title">
      <h2 id="clear-title">{words.t("desk.clear.title")}</h2>
      <p className="waits">{words.t("desk.clear.what")}</p>
      <ul className="card plain">
        {copies.rows.map((copy) => (
          <ClearCopy key={copy.record} copy={copy} />
        ))}
      </ul>
      {copies.more && <p className="note">{words.t("desk.clear.more")}</p>}
      <p className="note">{words.t("desk.clear.not-erased")}</p>
    </section>
  );
}

function ClearCopy({ copy }: { readonly copy: Copies["rows"][number] }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const gone = async (): Promise<void> => {
    await api.run("clear.gone", { copy: copy.record });
    announce(words.t("state.done"));
    changed();
  };
  return (
    <li className="clear-copy">
      <span>
        <bdi>{copy.title}</bdi>{" "}
        <small>
          {copy.where === null ? words.t("desk.clear.download") : <code dir="ltr">{copy.where}</code>}
          {copy.made !== null && ` · ${momentWords(words, copy.made)}`}
          {copy.by !== null && (
            <>
              {" · "}
              <bdi>{copy.by}</bdi>
            </>
          )}
        </small>
        {copy.sha256 !== null && <Hash value={copy.sha256} />}
      </span>
      <Action
        isDisabled={isBusy}
        label={words.t("desk.clear.gone.of", { what: copy.title })}
        onPress={() => run(gone)}
      >
        {words.t("desk.clear.gone")}
      </Action>
    </li>
  );
}
