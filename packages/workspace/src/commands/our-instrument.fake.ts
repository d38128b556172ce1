// A small instrument of an organisation's own: a question on the law, one on its gaps where there are any, one on its use.
export const ourInstrument = {
  id: "our-form",
  version: 1,
  lang: "en",
  title: "Our form",
  about: "Of our own.",
  subjects: ["state"],
  commitments: ["C-GEN-1"],
  questions: ["law", "gap", "use"].map((id) => ({
    id,
    text: `Is ${id} there?`,
    help: "Look.",
    evidence: "Papers.",
    sources: [{ key: "limits" }],
    levels: { met: "Yes.", partly: "In part.", "not-met": "No." },
    ...(id === "gap" ? { when: { question: "law", is: ["partly", "not-met"] } } : {}),
  })),
};
