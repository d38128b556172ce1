// The page about the resolution.
export interface ResolutionPage {
  readonly symbol: string;
  readonly facts: readonly ResolutionFact[];
  readonly sections: readonly {
    readonly name: string;
    readonly label: string;
    readonly intro: string;
    readonly rows: readonly ResolutionRow[];
  }[];
}

export interface ResolutionFact {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly standing: "reported" | "unconfirmed" | "unknown";
  readonly sources: readonly CitedSource[];
  readonly checked: boolean;
}

export interface ResolutionRow {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly theme: string | null;
  readonly addressee: string | null;
  readonly standing: string;
  readonly first: string | null;
  readonly sources: readonly CitedSource[];
  readonly checked: boolean;
  readonly wordings: readonly {
    readonly text: string;
    readonly followed: boolean;
    readonly sources: readonly CitedSource[];
  }[];
}

export interface CitedSource {
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly read: "whole" | "opening" | "none";
}
