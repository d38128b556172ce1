// The frame of a picture: it scrolls, and its marks are walked by keyboard.
import type { CSSProperties, ReactNode } from "react";
import type { useWalk } from "./picture-walk.ts";

interface WalkedProps {
  readonly className: string;
  readonly label: string;
  readonly around: ReturnType<typeof useWalk>["around"];
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

export function Walked({ className, label, around, style = {}, children }: WalkedProps) {
  return (
    <div className="picture-scroll">
      {/* What is grouped are marks of a picture, no fields of a form; arrow keys move between its links. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div className={className} style={style} role="group" aria-label={label} {...around}>
        {children}
      </div>
    </div>
  );
}
