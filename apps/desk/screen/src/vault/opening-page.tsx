// In the place of whatever needs the vault, while it is being opened.
import { useWords } from "../desk.tsx";
import { Go } from "../parts/action.tsx";

export function OpeningPage() {
  const words = useWords();
  return (
    <article className="page narrow">
      <h1>{words.t("desk.opening.title")}</h1>
      <p>{words.t("desk.opening.why")}</p>
      <p>{words.t("desk.opening.meanwhile")}</p>
      <p className="actions">
        <Go to={["phone"]}>{words.t("desk.nav.examine")}</Go>
        <Go to={["site"]}>{words.t("desk.nav.network")}</Go>
      </p>
      <p className="note">{words.t("desk.opening.stop.what")}</p>
    </article>
  );
}
