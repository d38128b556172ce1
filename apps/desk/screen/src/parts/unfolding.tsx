// What stands behind a line until it is asked for. It is drawn with its first opening, and stays: a form of sixty fields
// shows ten, and draws ten.
import { useState, type ReactNode } from "react";

interface UnfoldingProps {
  readonly className: string;
  readonly summary: string;
  readonly children: ReactNode;
}

export function Unfolding({ className, summary, children }: UnfoldingProps) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details className={className} onToggle={() => setOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened && children}
    </details>
  );
}
