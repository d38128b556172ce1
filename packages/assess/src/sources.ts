// Where our knowledge of the resolution, and of the texts that stand beside it, comes from. Nobody on this project has
// seen the official text of the resolution: everything is read in secondary sources, some of them only in part.

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
  "upr-guidelines": {
    title: "OHCHR, technical guidelines for stakeholders of the Universal Periodic Review",
    url: "http://www.ohchr.org/EN/HRBodies/UPR/Pages/TechnicalGuide.aspx",
    read: "opening",
  },
  "upr-info": {
    title: "UPR Info, on recommendations and what became of them at mid-term",
    url: "https://upr-info.org",
    read: "opening",
  },
  "ccpr-centre": {
    title: "Centre for Civil and Political Rights, on the follow-up of the Human Rights Committee",
    url: "https://ccprcentre.org",
    read: "opening",
  },
  cade: {
    title: "CADE project, note on the Global Network Initiative's input to OHCHR",
    url: "https://cadeproject.org/?p=154138",
    read: "opening",
  },
  "ishr-general-assembly": {
    title:
      "ISHR, UNGA78: the Third Committee on the 25th anniversary of the Declaration on Human Rights Defenders",
    url: "https://ishr.ch/latest-updates/unga78-on-the-25th-anniversary-of-the-un-declaration-on-human-rights-defenders-the-third-committee-calls-on-states-to-redouble-efforts-to-fulfil-their-obligations-in-the-declaration/",
    read: "opening",
  },
  "srhrd-declaration": {
    title: "UN Special Rapporteur on human rights defenders, welcoming the Declaration +25",
    url: "https://srdefenders.org/resource/welcoming-the-declaration25/",
    read: "opening",
  },
  "ishr-declaration": {
    title: "ISHR, civil society unveils a supplement to the Declaration on Human Rights Defenders",
    url: "https://ishr.ch/latest-updates/civil-society-unveils-new-supplement-of-un-declaration-protecting-human-rights-defenders",
    read: "opening",
  },
  "eu-directive": {
    title: "Directive (EU) 2024/1069, EUR-Lex",
    url: "https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=OJ:L_202401069",
    read: "opening",
  },
  eucrim: {
    title: "eucrim, Anti-SLAPP Directive published",
    url: "https://eucrim.eu/news/anti-slapp-directive-published",
    read: "opening",
  },
  "european-parliament": {
    title: "European Parliament, Legislative Observatory, summary of Directive (EU) 2024/1069",
    url: "https://oeil.secure.europarl.europa.eu/oeil/en/document-summary?id=1783044",
    read: "opening",
  },
  "media-freedom-centre": {
    title: "Resource Centre on Media Freedom in Europe, the Anti-SLAPP Directive as a minimum standard",
    url: "https://www.rcmediafreedom.eu/eng/News/The-Anti-SLAPP-Directive-creates-a-promising-minimum-standard-for-Member-States",
    read: "opening",
  },
  "media-rights-agenda": {
    title: "Media Rights Agenda, the Council of Europe's recommendation on countering SLAPPs, CM/Rec(2024)2",
    url: "https://mediarightsagenda.org/council-of-europe-endorses-recommendations-on-countering-the-use-of-slapps/",
    read: "opening",
  },
  "stgm-recommendation": {
    title: "STGM, Recommendation of the Committee of Ministers of the Council of Europe on SLAPPs",
    url: "https://stgm.org.tr/en/recommendation-committee-ministers-council-europe-strategic-slapp-cases",
    read: "opening",
  },
  "platform-recommendations": {
    title:
      "United States and European Union, recommendations for online platforms on protecting defenders (2024)",
    url: "https://sessizkalma.org/en/news/united-states-releases-guidance-online-platforms-protecting-human-rights-defenders-online?page=2",
    read: "opening",
  },
  "pall-mall": {
    title: "The Pall Mall Process, Code of Practice for States",
    url: "https://www.gov.uk/government/publications/the-pall-mall-process-code-of-practice-for-states/the-pall-mall-process-code-of-practice-for-states",
    read: "opening",
  },
  "pall-mall-comments": {
    title: "ORF America, comments on the Pall Mall Process",
    url: "https://orfamerica.org/orf-america-comments/pall-mall-cyber-intrusion-capabilities",
    read: "opening",
  },
  "geneva-declaration": {
    title: "Government of Catalonia, news of the Geneva Declaration on targeted surveillance (2022)",
    url: "https://catalangovernment.eu/catalangovernment/news/444522/",
    read: "opening",
  },
  "b-tech": {
    title: "OHCHR B-Tech, the UN Guiding Principles and technology companies",
    url: "https://pdfslide.us/documents/bridging-governance-gaps-in-the-age-of-technology-key-.html",
    read: "opening",
  },
  limits: {
    title:
      "Necessary and Proportionate, legal analysis: articles 17 and 19 of the ICCPR, Siracusa Principles, General Comments 16, 27, 29, 31 and 34, A/HRC/27/37",
    url: "https://necessaryandproportionate.org/ru/node/2669",
    read: "opening",
  },
  "thirteen-principles": {
    title:
      "International Principles on the Application of Human Rights to Communications Surveillance (2014)",
    url: "https://ru.scribd.com/document/378419681/En-Principles-2014",
    read: "opening",
  },
  "article19-biometrics": {
    title: "ARTICLE 19, Biometric technologies: expression must be protected",
    url: "https://www.article19.org/resources/biometric-technologies-expression-must-be-protected/",
    read: "opening",
  },
  "article19-bodies": {
    title: "ARTICLE 19, When bodies become data: biometric technologies and free expression",
    url: "https://article19.org/resources/when-bodies-become-data-biometric-technologies-and-free-expression",
    read: "opening",
  },
  "shutdown-method": {
    title: "Access Now, how shutdowns are tracked: an update of the method",
    url: "https://www.accessnow.org/tracking-internet-shutdowns-methodology-update/",
    read: "opening",
  },
  "shutdown-tracker": {
    title: "Access Now, #KeepItOn: the shutdown tracker and its definition",
    url: "https://www.accessnow.org/keepiton-shutdown-tracker/",
    read: "opening",
  },
  "community-networks": {
    title: "Community networks policy wiki, good practice",
    url: "https://policy.communitynetworks.group/_export/raw/good-practice/start",
    read: "opening",
  },
  "internet-society": {
    title: "Internet Society, Licensing approaches for community-centered connectivity (2025)",
    url: "https://www.internetsociety.org/resources/policybriefs/2025/licensing-approaches-for-community-centered-connectivity/",
    read: "opening",
  },
  "un-women": {
    title: "UN Women, questions and answers on technology-facilitated gender-based violence",
    url: "https://unwomen.org/en/what-we-do/ending-violence-against-women/faqs/tech-facilitated-gender-based-violence",
    read: "opening",
  },
  unfpa: {
    title: "UNFPA, technology-facilitated gender-based violence",
    url: "https://unfpa.org/tfgbv",
    read: "opening",
  },
  "citizen-lab": {
    title: "Citizen Lab, research on digital transnational repression",
    url: "https://citizenlab.ca/category/research/targeted-threats/dtr",
    read: "opening",
  },
  "host-states": {
    title: "Lawfare, the effects of digital transnational repression and the responsibility of host States",
    url: "https://lawfaremedia.org/article/effects-digital-transnational-repression-and-responsibility-host-states",
    read: "opening",
  },
  "freedom-house": {
    title: "Freedom House, Out of Sight, Not Out of Reach (2021)",
    url: "https://docslib.org/doc/13196120/out-of-sight-not-out-of-reach-the-global-scale-and-scope-of-transnational-repression",
    read: "opening",
  },
  "hrw-removals": {
    title: "Human Rights Watch, We Will Find You (2024)",
    url: "https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad",
    read: "opening",
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceKey = keyof typeof sourceTable;

export const resolutionSources: Readonly<Record<SourceKey, Source>> = sourceTable;
