// The kinds and vocabularies that Tocsin comes with, and what a program adds to them.
import { assessVocabularies } from "@tocsin/assess";
import { caseVocabularies } from "@tocsin/cases";
import {
  anchorKind,
  caseKind,
  commitmentKind,
  consentKind,
  copyKind,
  createRegistry,
  custodyKind,
  erasureKind,
  evidenceKind,
  findingKind,
  incidentKind,
  involvementKind,
  personKind,
  releaseKind,
  retentionKind,
  sourceKind,
  taskKind,
  type Kind,
  type Registry,
  type Vocabulary,
} from "@tocsin/records";

const builtInKinds: readonly Kind[] = [
  caseKind,
  incidentKind,
  personKind,
  involvementKind,
  sourceKind,
  evidenceKind,
  findingKind,
  commitmentKind,
  consentKind,
  releaseKind,
  taskKind,
  copyKind,
  retentionKind,
  erasureKind,
  custodyKind,
  anchorKind,
];

export interface RegistryAdditions {
  readonly kinds?: readonly Kind[];
  readonly vocabularies?: readonly Vocabulary[];
}

export function createBuiltInRegistry({ kinds = [], vocabularies = [] }: RegistryAdditions = {}): Registry {
  return createRegistry(
    [...builtInKinds, ...kinds],
    [...caseVocabularies, ...assessVocabularies, ...vocabularies],
  );
}
