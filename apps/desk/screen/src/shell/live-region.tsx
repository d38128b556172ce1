// What was saved, and what went wrong: said to a screen reader and shown for everyone.
import { useEffect, useState } from "react";
import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";

/** `at` tells two equal messages apart. */
export interface Message {
  readonly text: string;
  readonly isError: boolean;
  readonly at: number;
}

const quietAfter = 6000;

export function LiveRegion({ message }: { readonly message: Message }) {
  const words = useWords();
  const [closed, setClosed] = useState(0);
  useEffect(() => {
    if (message.isError || message.text === "") return undefined;
    const timer = setTimeout(() => setClosed(message.at), quietAfter);
    return () => clearTimeout(timer);
  }, [message]);
  const isShown = message.text !== "" && closed !== message.at;
  return (
    <div className="live">
      <output>{isShown && !message.isError && <span key={message.at}>{message.text}</span>}</output>
      <div role="alert">
        {isShown && message.isError && (
          <div className="alarm" key={message.at}>
            <p>{message.text}</p>
            <Action quiet onPress={() => setClosed(message.at)}>
              {words.t("action.close")}
            </Action>
          </div>
        )}
      </div>
    </div>
  );
}
