// Ways in: four from everywhere, three into a vault in which nothing is written yet.
import { useAction } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";

const doors = [
  { name: "happened", to: "happened" },
  { name: "phone", to: "phone" },
  { name: "site", to: "site" },
  { name: "resolution", to: "resolution" },
] as const;

/** Four ways in; each ends within three screens in something that can be printed. */
export function Doors() {
  const words = useWords();
  return (
    <ul className="doors" aria-label={words.t("desk.doors")}>
      {doors.map(({ name, to }) => (
        <li key={name}>
          <a href={addressOf(to)}>
            <strong>{words.t(`desk.door.${name}`)}</strong>
            <span>{words.t(`desk.door.${name}.about`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const first = [
  { name: "happened", to: "happened" },
  { name: "evidence", to: "add" },
] as const;

/** An empty list would only say that it is empty: here is what one begins with. */
export function ThreeDoors() {
  const { words, api, jobs } = useDesk();
  const { run, isBusy } = useAction();
  const explore = async (): Promise<void> => {
    await api.example();
    jobs.refresh();
  };
  return (
    <>
      <h2>{words.t("desk.home.empty.title")}</h2>
      <p className="lead">{words.t("desk.home.empty")}</p>
      <ul className="doors" aria-label={words.t("desk.home.empty.title")}>
        {first.map(({ name, to }) => (
          <li key={name}>
            <a href={addressOf(to)}>
              <strong>{words.t(`desk.door.${name}`)}</strong>
              <span>{words.t(`desk.door.${name}.about`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>{words.t("desk.home.empty.example")}</p>
      <p className="actions">
        <Action isDisabled={isBusy} onPress={() => run(explore)}>
          {words.t("desk.start.example")}
        </Action>
      </p>
    </>
  );
}
