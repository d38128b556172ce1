// Commitments that Tocsin comes with are told in the language of whatever is made, as long as nobody worded them otherwise.
import { english } from "@tocsin/language";

/** Key of the catalogue under which exactly this text of the commitment stands, or null. */
export function builtInKey(
  reference: string | null,
  part: "label" | "text",
  text: string | null,
): string | null {
  const key = `commitment.${reference ?? ""}.${part}`;
  return reference !== null && text !== null && english[key] === text ? key : null;
}
