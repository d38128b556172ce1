// The first screen, without a vault: look around in an example, make a vault, open one, or go through a door.
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Doors } from "./doors.tsx";

export function Start() {
  const { words, api, jobs } = useDesk();
  const { run, isBusy } = useAction();
  const explore = async (): Promise<void> => {
    await api.example();
    jobs.refresh();
  };
  return (
    <article className="page">
      <h1>{words.t("desk.start.title")}</h1>
      <p className="lead">{words.t("desk.start.intro")}</p>
      <p className="actions">
        <Action primary isDisabled={isBusy} onPress={() => run(explore)}>
          {words.t("desk.start.example")}
        </Action>
        <Go to={["create"]}>{words.t("desk.vault.create.title")}</Go>
        <Go to={["open"]}>{words.t("desk.start.open")}</Go>
      </p>
      <p className="actions">
        <Go quiet to={["recover"]}>
          {words.t("desk.recover.door")}
        </Go>
        <Go quiet to={["restore"]}>
          {words.t("desk.restore.title")}
        </Go>
      </p>
      <p className="note">{words.t("desk.start.example.note")}</p>
      <h2>{words.t("desk.doors")}</h2>
      <Doors />
      <p className="note">{words.t("desk.vault.review")}</p>
    </article>
  );
}
