// All rules, in the order in which a verdict names them: from the control and the name up to the page.
import type { Rule } from "../rule.ts";
import { appRules } from "./app-rules.ts";
import { tcpRules, tlsRules } from "./connection-rules.ts";
import { dnsRules } from "./dns-rules.ts";
import { controlRules, httpRules } from "./http-rules.ts";

export const webRules: readonly Rule[] = [
  ...controlRules,
  ...dnsRules,
  ...tcpRules,
  ...tlsRules,
  ...httpRules,
];

export const rules: readonly Rule[] = [...webRules, ...appRules];
