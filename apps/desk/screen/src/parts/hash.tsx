import { useDesk } from "../desk.tsx";
import { Action } from "./action.tsx";

/** A SHA-256, whole: half of one proves nothing. */
export function Hash({ value }: { readonly value: string }) {
  const { words, announce, fail } = useDesk();
  const copy = (): void => {
    navigator.clipboard.writeText(value).then(() => announce(words.t("desk.copied")), fail);
  };
  return (
    <span className="hash">
      <code dir="ltr">{value}</code>
      <span className="no-print">
        <Action quiet label={words.t("desk.hash.copy")} onPress={copy}>
          {words.t("action.copy")}
        </Action>
      </span>
    </span>
  );
}
