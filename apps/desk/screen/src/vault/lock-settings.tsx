// When the vault locks by itself, for this session of the program.
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";

const choices = [2, 5, 10, 30, 60, 0] as const;

export function LockSettings() {
  const { words, locking, announce } = useDesk();
  const { run } = useAction();
  const minutes = locking.state?.minutes ?? 10;
  const offered = [...new Set([...choices, minutes])];
  const choose = (chosen: string): void =>
    run(async () => {
      await locking.setMinutes(Number(chosen));
      announce(words.t("state.saved"));
    });
  return (
    <section className="card fields" aria-labelledby="locking-title">
      <h2 id="locking-title">{words.t("desk.lock.title")}</h2>
      <SelectField
        label={words.t("desk.lock.after")}
        value={String(minutes)}
        choices={offered.map((each) => ({
          id: String(each),
          label: each === 0 ? words.t("desk.lock.never") : words.t("desk.lock.minutes", { count: each }),
        }))}
        choose={choose}
        canBeEmpty={false}
      />
      <p>{words.t("desk.lock.always")}</p>
      <p className="note">{words.t("desk.lock.session")}</p>
    </section>
  );
}
