// What earlier releases and this one together reveal: each notice, and a person who lets it out all the same, or not.
import { useId, type ReactNode } from "react";
import { useDesk } from "../desk.tsx";

interface TogetherProps<Notice> {
  readonly title: string;
  readonly why: string;
  readonly notices: readonly Notice[];
  /** List items with a key each. */
  readonly draw: (notice: Notice) => ReactNode;
  readonly isAccepted: boolean;
  readonly accept: (isAccepted: boolean) => void;
  readonly className?: string;
}

const noticesShown = 20;

export function Together<Notice>({ notices, draw, isAccepted, accept, ...rest }: TogetherProps<Notice>) {
  const { words } = useDesk();
  const id = useId();
  const { title, why, className } = rest;
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby={id} className={className}>
      <h3 id={id}>{title}</h3>
      <p>{why}</p>
      <ul>{notices.slice(0, noticesShown).map(draw)}</ul>
      {notices.length > noticesShown && (
        <p className="note">
          {words.t("desk.counts.reveals.more", { count: notices.length - noticesShown })}
        </p>
      )}
      <label className="check">
        <input type="checkbox" checked={isAccepted} onChange={() => accept(!isAccepted)} />
        {words.t("desk.counts.reveals.accept")}
      </label>
    </section>
  );
}
