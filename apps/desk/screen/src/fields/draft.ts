// What somebody types, between the key and the save: nothing is lost when the field or the screen goes away.
import { useEffect, useRef, useState } from "react";

export interface Draft {
  readonly text: string;
  type(text: string): void;
  /** Saves now what was typed. */
  flush(): void;
}

/** `save` is called with the newest text, `delay` after the last key, when the field is left, or when it goes. */
export function useDraft(value: string, delay: number, save: (text: string) => void): Draft {
  const [text, setText] = useState(value);
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const newestSave = useRef(save);
  useEffect(() => {
    newestSave.current = save;
  });
  const flush = useRef(() => {
    clearTimeout(timer.current);
    if (pending.current === null) return;
    const typed = pending.current;
    pending.current = null;
    newestSave.current(typed);
  }).current;
  useEffect(() => {
    if (pending.current === null) setText(value);
  }, [value]);
  useEffect(() => flush, [flush]);
  const type = (typed: string): void => {
    setText(typed);
    pending.current = typed;
    clearTimeout(timer.current);
    if (delay === 0) flush();
    else timer.current = setTimeout(flush, delay);
  };
  return { text, type, flush };
}
