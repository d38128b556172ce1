import { useWords } from "../desk.tsx";
import { errorText } from "../words/labels.ts";

/** Before an answer is there, or instead of one. */
export function Waiting({ error }: { readonly error: unknown }) {
  const words = useWords();
  return error === null ? (
    <output className="note">{words.t("state.loading")}</output>
  ) : (
    <p role="alert" className="alarm">
      {errorText(words, error)}
    </p>
  );
}
