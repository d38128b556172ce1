// On Home: forms that somebody began and has not sent, each of which is there as it was.
import { useCallback } from "react";
import type { UnsentListed } from "../api/contract/unsent.ts";
import { useAction, useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { momentWords } from "../words/date-words.ts";
import { formWords, longMark, partsOfForm } from "../unsent/form-name.ts";

export function UnsentForms() {
  const { api, version, words } = useDesk();
  const { value } = useAnswer(
    useCallback(() => api.unsentForms(), [api]),
    version,
  );
  if (value === null || value.length === 0) return null;
  return (
    <section aria-labelledby="unsent-title">
      <h2 id="unsent-title">{words.t("desk.unsent.title")}</h2>
      <ul className="card plain">
        {value
          .filter((each) => !isPartOfAnother(each, value))
          .map((each) => (
            <UnsentRow key={each.form} unsent={each} />
          ))}
      </ul>
    </section>
  );
}

/** A long text of a form that is listed itself. */
function isPartOfAnother({ form }: UnsentListed, all: readonly UnsentListed[]): boolean {
  const [whole] = form.split(longMark);
  return whole !== form && all.some((each) => each.form === whole);
}

function UnsentRow({ unsent: { form, label, at } }: { readonly unsent: UnsentListed }) {
  const { api, words, announceUndo, changed } = useDesk();
  const { run, isBusy } = useAction();
  const what = formWords(words, form);
  const drop = async (): Promise<void> => {
    const { typed } = await api.unsentForm(form);
    await api.dropUnsent(form);
    announceUndo(words.t("desk.unsent.dropped"), () => api.keepUnsent(form, { typed, label, seen: 0 }));
    changed();
  };
  return (
    <li>
      <a href={addressOf(...partsOfForm(form))}>
        <bdi>{label === "" ? what : label}</bdi>
      </a>
      <small>
        {what} · {momentWords(words, at)}
      </small>
      <Action
        quiet
        isDisabled={isBusy}
        label={`${words.t("desk.unsent.drop")}: ${label}`}
        onPress={() => run(drop)}
      >
        {words.t("desk.unsent.drop")}
      </Action>
    </li>
  );
}
