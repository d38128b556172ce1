// What the story of the protective rules says that must not leave, or must: each word stands nowhere else.
/** Names by who they are; each stands in its field and in titles, narratives and paths. */
export const names = {
  child: "Tamarind Wrenfield",
  childAlias: "Kestrelwing",
  childArabic: "تمرهند رنفيلد",
  hiddenChild: "Larkin Fernhollow",
  hiddenChildAlias: "Sparrowhawke",
  private: "Osbert Quillmarsh",
  low: "Sergeant Peverell",
  senior: "Minister Hollowbrook",
  doubted: "Colonel Ashgrove",
  never: "Ysolde Nightmeadow",
  twin: "Izolda Naytmido",
  /** In no case: named in texts alone. */
  stranger: "Bartholomew Duskwater",
  strangerChild: "Wilhelmina Larkspurrow",
  strangerAlias: "Peregrinette",
  unasked: "Marlowe Thistledown",
  withdrawn: "Perdita Quicksilver",
  ended: "Caspian Emberwick",
  elsewhere: "Rosalind Courtonly",
  /** May be named to everybody; what endangers her is told to nobody outside all the same. */
  agreed: "Juniper Openfield",
  group: "Lanternkeepers",
  source: "Whisperford",
  plaintiff: "Grimthorpe Holdings Owner",
  obtainer: "Fetchwell",
} as const;

/** What is no name and stays inside all the same, by what it stands for. */
export const marks = {
  day: "2025-05-03",
  locality: "Hiddenhamlet",
  hijri: "1446-11-05",
  trait: "Traitmark",
  guardian: "Guardianmark",
  childView: "Childviewmark",
  copy: "Larkspurlane",
  task: "Taskmark",
  tag: "tagmark",
  retention: "Retentionmark",
  mapping: "Mappingmark",
  code: "Ottolinemark",
  translator: "Translatorella",
  number: "+99970123456",
  user: "hollyhocksmith",
  draft: "Draftmark",
  ask: "Wishmark",
  mover: "Movermark",
  delegation: "Delegationmark",
  toldBy: "Toldbymark",
  kept: "Keptinsidemark",
  letter: "Lettermark",
  signer: "Signermark",
  acted: "Actedmark",
} as const;

/** Stands in what may leave, so that a way that was not read shows. */
export const canary = "Canarymark";
export const formula = '=HYPERLINK("https://evil.example","x")';
export const hidden = ["\u202e", "\u200b"] as const;
export const unseen = hidden.join("");
export const approver = "Somebody Responsible";
export const ownWords = "Ownwordsmark";
export const toldWords = "Toldwordsmark";
/** How each accused person is accused in the story, in order of code. */
export const grounds = ["acknowledged", "document", "pattern", "witness"] as const;

export const all = Object.values(names).join(", ");
