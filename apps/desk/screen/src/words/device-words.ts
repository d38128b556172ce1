import type { Desk } from "../desk.tsx";

/** This device by its name; another one by the beginning of its identifier, which is all that the log says of it. */
export function deviceWords(
  { words, session: { vault } }: Pick<Desk, "words" | "session">,
  id: string,
): string {
  if (id === vault?.deviceId && vault.device !== null) return vault.device;
  return /^[0-9a-f]{64}$/.test(id) ? words.t("desk.history.device", { id: id.slice(0, 8) }) : id;
}
