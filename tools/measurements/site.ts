// The site of every scenario: one that works from everywhere, from which a scenario changes the few things it is about.
import type { ControlPlan, Page, WebPlan } from "./plan.ts";

export interface Truth {
  readonly state: string;
  readonly mechanisms: readonly string[];
  /** Rules that carry the verdict; others may speak too, but none with weight. */
  readonly rules: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly plan: WebPlan;
  readonly truth: Truth;
}

export const site = "198.51.100.7";
export const near = "198.51.100.90";
export const siteV6 = "2001:db8:1::7";
export const elsewhere = "203.0.113.50";
export const unknownAddress = "192.0.2.66";
export const forged = "10.10.34.35";

export type Changes = Omit<Partial<WebPlan>, "control"> & { readonly control?: Partial<ControlPlan> | null };

/** A site over TLS (or, with `http:`, in clear text) that works from everywhere. */
export function plan(url: string, page: Page | string, changes: Changes = {}): WebPlan {
  const port = url.startsWith("https:") ? 443 : 80;
  const isHttps = port === 443;
  const { control, ...rest } = changes;
  const reached = { [`${site}:${port}`]: null };
  const fullControl: ControlPlan = {
    dns: [site],
    connect: reached,
    tls: isHttps ? reached : {},
    page,
    verified: isHttps ? [site] : [],
  };
  return {
    version: "0.5.28",
    url,
    country: "QQ",
    network: "AS64496",
    system: [site],
    udp: [site],
    doh: [site],
    connect: reached,
    tls: isHttps ? reached : {},
    fetchedFrom: site,
    page,
    control: control === null ? null : { ...fullControl, ...control },
    ...rest,
  };
}

/** The pages that scenarios show, and the two addresses of the site. */
export interface Stage {
  readonly https: string;
  readonly http: string;
  /** What the site shows. */
  readonly page: Page;
  /** What a filter shows in its place. */
  readonly notice: Page;
}

export function blocked(mechanism: string, ...rules: readonly string[]): Truth {
  return { state: "likely-blocked", mechanisms: [mechanism], rules };
}

export function plain(state: string, ...rules: readonly string[]): Truth {
  return { state, mechanisms: [], rules };
}

export function redirectTo(url: string): Page {
  return { code: 302, title: "", body: "", headers: { Location: url } };
}
