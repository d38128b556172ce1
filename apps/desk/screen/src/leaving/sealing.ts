// How evidence leaves in a bundle, and what the server says of the keys as they are typed.
import { useCallback, useState } from "react";
import type { RecipientState } from "@tocsin/workspace";
import type { Api } from "../api/api.ts";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";

export interface Sealing {
  readonly isAnew: boolean;
  /** As typed: one key a line. */
  readonly keys: string;
  /** What each key is, in order; empty while that is asked. */
  readonly states: readonly RecipientState[];
  /** Keys that the evidence is sealed to; null while they do not all fit. */
  readonly recipients: readonly string[] | null;
  choose(isAnew: boolean): void;
  type(keys: string): void;
}

export function useSealing(): Sealing {
  const { api } = useDesk();
  const [isAnew, choose] = useState(false);
  const [keys, type] = useState("");
  const typed = keysIn(keys);
  const ask = useCallback(() => judged(api, keys), [api, keys]);
  const states = useAnswer(ask, 0).value ?? [];
  const fit = typed.length > 0 && states.length === typed.length && states.every((each) => each === "fits");
  return { isAnew, keys, states, recipients: isAnew ? (fit ? typed : null) : [], choose, type };
}

function keysIn(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}

async function judged(api: Api, text: string): Promise<readonly RecipientState[]> {
  const keys = keysIn(text);
  return keys.length === 0 ? [] : api.judgeRecipients(keys);
}
