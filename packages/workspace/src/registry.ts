// The kinds and vocabularies that Tocsin comes with, and what a program adds to them.
import { assessVocabularies } from "@tocsin/assess";
import { caseVocabularies } from "@tocsin/cases";
import {
  actionKind,
  anchorKind,
  caseKind,
  clearCopyKind,
  commitmentKind,
  consentKind,
  copyKind,
  createRegistry,
  custodyKind,
  deadlineKind,
  erasureKind,
  eventLinkKind,
  evidenceKind,
  findingKind,
  hearingKind,
  incidentKind,
  involvementKind,
  measureKind,
  organisationKind,
  personKind,
  proceedingKind,
  relationKind,
  releaseKind,
  retentionKind,
  savedViewKind,
  settingsKind,
  sourceKind,
  statementKind,
  tableKind,
  tableRowKind,
  taskKind,
  termKind,
  type Kind,
  type Registry,
  type Vocabulary,
} from "@tocsin/records";

const builtInKinds: readonly Kind[] = [
  caseKind,
  incidentKind,
  personKind,
  organisationKind,
  involvementKind,
  relationKind,
  eventLinkKind,
  actionKind,
  measureKind,
  proceedingKind,
  hearingKind,
  deadlineKind,
  sourceKind,
  statementKind,
  evidenceKind,
  findingKind,
  commitmentKind,
  consentKind,
  releaseKind,
  tableKind,
  tableRowKind,
  savedViewKind,
  settingsKind,
  clearCopyKind,
  taskKind,
  termKind,
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
