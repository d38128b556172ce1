// Where our knowledge of the resolution comes from. Nobody on this project has seen the official text: everything is
// read in secondary sources, some of which could be read only in part.

export interface Source {
  readonly title: string;
  readonly url: string;
  /** How much of it was read; "none" for the official document, which is where to check. */
  readonly read: "whole" | "opening" | "none";
}

const sourceTable = {
  "official-text": {
    title: "United Nations, A/HRC/RES/58/23 (official document, not seen)",
    url: "https://docs.un.org/en/A/HRC/RES/58/23",
    read: "none",
  },
  "article19-resolution": {
    title: "ARTICLE 19, UN: New resolution on human rights defenders",
    url: "https://article19.org/resources/un-new-resolution-on-human-rights-defenders",
    read: "whole",
  },
  "article19-session": {
    title: "ARTICLE 19, Progress at the 58th session of the Human Rights Council",
    url: "https://article19.org/resources/un-progress-at-the-58th-session-of-the-human-rights-council",
    read: "opening",
  },
  "article19-opening": {
    title: "ARTICLE 19, note on the opening of the 58th session of the Human Rights Council",
    url: "https://article19.org/resources/un-human-rights-council-convenes-as-human-rights-are-suffocated-globally",
    read: "opening",
  },
  "ishr-adoption": {
    title: "ISHR, news of the adoption, as reprinted by the Business & Human Rights Resource Centre",
    url: "https://www.business-humanrights.org./fr/dernières-actualités/un-human-rights-council-adopts-resolution-enhancing-protections-for-human-rights-defenders-from-emerging-technologies-threats",
    read: "whole",
  },
  "ishr-takeaways": {
    title: "ISHR, HRC58: civil society presents key takeaways from the session",
    url: "https://ishr.ch/latest-updates/hrc58-civil-society-presents-key-takeaways-from-the-session",
    read: "opening",
  },
  "ishr-letter": {
    title: "ISHR, open letter to States on the draft resolution on human rights defenders",
    url: "https://ishr.ch/latest-updates/open-letter-to-states-on-the-draft-resolution-on-human-rights-defenders",
    read: "opening",
  },
  "ishr-agenda": {
    title: "ISHR, HRC58: key issues on the agenda of the March 2025 session",
    url: "https://ishr.ch/latest-updates/hrc58-key-issues-on-the-agenda-of-the-march-2025-session/",
    read: "opening",
  },
  "hrd-blog": {
    title: "Human Rights Defenders Blog, posts on the Declaration +25",
    url: "https://humanrightsdefenders.blog/tag/declaration-25",
    read: "opening",
  },
  "law-society-ireland": {
    title: "Law Society Gazette Ireland, UN resolution to protect human rights defenders",
    url: "https://www.lawsociety.ie/gazette/top-stories/2025/may/un-resolution-to-protect-human-rights-defenders",
    read: "opening",
  },
  cade: {
    title: "CADE project, note on the Global Network Initiative's input to OHCHR",
    url: "https://cadeproject.org/?p=154138",
    read: "opening",
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceKey = keyof typeof sourceTable;

export const resolutionSources: Readonly<Record<SourceKey, Source>> = sourceTable;
