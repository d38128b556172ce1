// All scenarios of invented measurements, each with the truth that was planted: the state that an analysis should
// come to, the mechanisms, and the rules that carry it.
import { linkScenarios } from "./links.ts";
import { nameScenarios } from "./names.ts";
import { pageScenarios } from "./pages.ts";
import type { Page } from "./plan.ts";
import type { Scenario } from "./site.ts";

/** Invented text of so many words. */
export type MakeText = (words: number) => string;

export function listScenarios(host: string, text: MakeText): readonly Scenario[] {
  const page: Page = {
    code: 200,
    title: "Welcome reading garden",
    body: `<html><head><title>Welcome reading garden</title></head><body>${text(7_800)}</body></html>`,
    headers: { "Content-Type": "text/html", "X-Garden": "1" },
  };
  const notice: Page = {
    code: 200,
    title: "Access restricted notice",
    body: "<html><head><title>Access restricted notice</title></head><body>Restricted by order.</body></html>",
    headers: { "Content-Type": "text/html" },
  };
  const stage = { https: `https://${host}/`, http: `http://${host}/`, page, notice };
  return [...nameScenarios(stage), ...linkScenarios(stage), ...pageScenarios(stage)];
}
