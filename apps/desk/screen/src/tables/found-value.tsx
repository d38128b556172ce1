// A value as it was found in a table, in its own direction, with what cannot be seen marked.
import { shownParts } from "./shown-characters.ts";

export function FoundValue({ text }: { readonly text: string }) {
  return (
    <bdi className="value">
      {shownParts(text).map((part, at) =>
        part.isMark ? (
          <code key={at} className="danger" dir="ltr">
            {part.text}
          </code>
        ) : (
          <span key={at}>{part.text}</span>
        ),
      )}
    </bdi>
  );
}
