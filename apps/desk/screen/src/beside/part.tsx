import type { ReactNode } from "react";
import { useDrawnIn } from "./drawn-in.ts";

interface PartProps {
  readonly className: string;
  readonly label?: string;
  readonly labelledBy?: string;
  readonly children: ReactNode;
}

/** A part of a record: a landmark on its page, and beside another page, which may have the same, a group. */
export function Part({ className, label, labelledBy, children }: PartProps) {
  const { isBeside } = useDrawnIn();
  const named = label === undefined ? { "aria-labelledby": labelledBy } : { "aria-label": label };
  const Tag = isBeside ? "div" : "section";
  return (
    <Tag {...(isBeside ? { role: "group" } : {})} className={className} {...named}>
      {children}
    </Tag>
  );
}
