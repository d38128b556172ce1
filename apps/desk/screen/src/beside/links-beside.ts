// The one mechanism by which links open beside the page: on the page of a record they do, elsewhere with Alt; and with Alt
// on the page of a record they go to their page.
import { useEffect } from "react";
import type { Definitions } from "../api/contract/definitions.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { navigate, parseRoute, type Route } from "../router.ts";
import { openBeside } from "./steps.ts";

/** Pictures of one record. */
const pictures: readonly string[] = ["graph", "timeline"];
/** Their pages show more than any panel can. */
const pagesOnly: readonly string[] = ["table"];
/** Forms that are begun from a record, by how many parts say from which. */
const forms: Readonly<Record<string, number>> = { new: 3, do: 3, happened: 2 };

/** Whether an address can be drawn beside a page: a record, or a form that is begun from one. */
function canBeBeside(definitions: Definitions, [first = "", ...rest]: Route): boolean {
  if (Object.hasOwn(forms, first)) return rest.length === forms[first];
  return rest.length === 1 && !pagesOnly.includes(first) && kindNamed(definitions, first) !== undefined;
}

/** On these, links to records open beside. */
function isOfRecord(definitions: Definitions, [first = "", second, third]: Route): boolean {
  if (pictures.includes(first)) return third !== undefined;
  // So do those of a list of what leaves, and of why not.
  if (first === "library") return true;
  // The page of a State or of a commitment.
  if (first === "matrix") return third !== undefined;
  return second !== undefined && kindNamed(definitions, first) !== undefined;
}

export function useLinksBeside(): void {
  const { definitions, session } = useDesk();
  const isOpen = session.vault?.state === "open";
  useEffect(() => {
    if (!isOpen) return undefined;
    const onClick = (event: MouseEvent): void => {
      const link = plainLinkOf(event);
      if (link === null) return;
      const to = parseRoute(link.getAttribute("href") ?? "");
      if (!canBeBeside(definitions, to)) return;
      const isBeside = opensBeside(definitions, link, to) !== event.altKey;
      // With Alt a browser would fetch the page as a file.
      if (isBeside || event.altKey) event.preventDefault();
      if (isBeside) openBeside(to);
      else if (event.altKey) navigate(...to);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [definitions, isOpen]);
}

/** The link of a click that nothing else is meant by: no new window, and nobody else has acted on it. */
function plainLinkOf(event: MouseEvent): HTMLElement | null {
  const { target, button, ctrlKey, metaKey, shiftKey } = event;
  if (event.defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey) return null;
  if (!(target instanceof Element)) return null;
  const link = target.closest<HTMLElement>("main a[href^='#/'], .thread a[href^='#/']");
  return link === null || link.closest("nav, [data-page]") !== null ? null : link;
}

/** Without Alt. What looks like a button goes where it says, unless it begins a record. */
function opensBeside(definitions: Definitions, link: HTMLElement, to: Route): boolean {
  const isButton = link.classList.contains("btn") && !Object.hasOwn(forms, to[0] ?? "");
  if (isButton) return false;
  return link.closest(".thread") !== null || isOfRecord(definitions, parseRoute(window.location.hash));
}
