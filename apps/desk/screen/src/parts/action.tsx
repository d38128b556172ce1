// Buttons and links that look alike: acting in teal, waiting in bronze, everything else quiet.
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { addressOf } from "../router.ts";

interface Look {
  readonly primary?: boolean;
  readonly quiet?: boolean;
}

interface ActionProps extends Look {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly isSubmit?: boolean;
  /** Where the words on it do not say what it is about. */
  readonly label?: string;
}

export function Action({
  children,
  onPress,
  isDisabled = false,
  isSubmit = false,
  label,
  ...look
}: ActionProps) {
  return (
    <Button
      className={lookOf(look)}
      type={isSubmit ? "submit" : "button"}
      isDisabled={isDisabled}
      {...(onPress === undefined ? {} : { onPress })}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </Button>
  );
}

interface GoProps extends Look {
  readonly to: readonly string[];
  readonly children: ReactNode;
}

/** A link that looks like a button. */
export function Go({ to, children, ...look }: GoProps) {
  return (
    <a className={lookOf(look)} href={addressOf(...to)}>
      {children}
    </a>
  );
}

/** The browser's own print, of the sheet that is on the screen. */
export function PrintAction({ children }: { readonly children: ReactNode }) {
  return (
    <span className="no-print">
      <Action onPress={() => window.print()}>{children}</Action>
    </span>
  );
}

function lookOf({ primary = false, quiet = false }: Look): string {
  return primary ? "btn primary" : quiet ? "btn quiet" : "btn";
}
