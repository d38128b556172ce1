// Files and folders of this computer, for the picker.
export interface Places {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly PlaceEntry[];
}

export interface PlaceEntry {
  readonly name: string;
  readonly path: string;
  readonly type: "folder" | "file";
  readonly size: number;
}
