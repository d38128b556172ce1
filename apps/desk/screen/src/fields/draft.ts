// What somebody types, between the key and the save: nothing is lost when the field or the screen goes away.
import { useEffect, useState } from "react";

export interface Draft {
  readonly text: string;
  type(text: string): void;
  /** Saves now what was typed. */
  flush(): void;
}

/** What was typed, and the value that stood there when the field was left. */
interface Typed {
  readonly text: string;
  readonly left: string | null;
}

/** `save` is called with the newest text, `delay` after the last key, when the field is left, or when it goes. */
export function useDraft(value: string, delay: number, save: (text: string) => void): Draft {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [pending] = useState(createPending);
  useEffect(() => pending.onSave(save));
  useEffect(() => pending.flush, [pending]);
  // After the field was left, another value takes the place of what was typed: never before.
  if (typed !== null && typed.left !== null && typed.left !== value) setTyped(null);
  return {
    text: typed?.text ?? value,
    type: (text) => {
      setTyped({ text, left: null });
      pending.put(text, delay);
    },
    flush: () => {
      pending.flush();
      setTyped((last) => last && { ...last, left: value });
    },
  };
}

interface Pending {
  put(text: string, delay: number): void;
  flush(): void;
  onSave(save: (text: string) => void): void;
}

function createPending(): Pending {
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newestSave: (text: string) => void = () => undefined;
  const flush = (): void => {
    clearTimeout(timer);
    if (waiting === null) return;
    const typed = waiting;
    waiting = null;
    newestSave(typed);
  };
  return {
    put: (text, delay) => {
      waiting = text;
      clearTimeout(timer);
      if (delay === 0) flush();
      else timer = setTimeout(flush, delay);
    },
    flush,
    onSave: (save) => {
      newestSave = save;
    },
  };
}
