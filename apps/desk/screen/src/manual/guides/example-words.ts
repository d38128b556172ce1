// What the guides write as an example. All of it is invented; it stands in the catalogues, so that each language has its own.
export const example = {
  device: "manual.example.device",
  consent: "manual.example.consent",
  happened: "manual.example.happened",
  person: "manual.example.person",
  twice: "manual.example.twice",
  relative: "manual.example.relative",
  proceeding: "manual.example.proceeding",
  deadline: "manual.example.deadline",
  rule: "manual.example.rule",
  grounds: "manual.example.grounds",
  scope: "manual.example.scope",
  approver: "manual.example.approver",
  source: "manual.example.source",
  view: "manual.example.view",
  term: "manual.example.term",
  copyPlace: "manual.example.copy-place",
  instrument: "manual.example.instrument",
  assessment: "manual.example.assessment",
  rater: "manual.example.rater",
  secondRater: "manual.example.second-rater",
  looked: "manual.example.looked",
  settled: "manual.example.settled",
  dissent: "manual.example.dissent",
  invited: "manual.example.invited",
  replied: "manual.example.replied",
  covered: "manual.example.covered",
  newDevice: "manual.example.new-device",
} as const;

export const newRecord = (kind: string) =>
  ({ key: "desk.record.new", values: { kind: `kind.${kind}.one` } }) as const;
