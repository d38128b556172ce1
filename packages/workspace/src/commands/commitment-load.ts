import {
  commitments,
  notAdoptedRows,
  provisions,
  resolutionSources,
  standards,
  type PromiseRow,
} from "@tocsin/assess";
import { command, commitmentKind, create, type Commitment } from "@tocsin/records";
import { english } from "@tocsin/language";

/** Puts the commitments that Tocsin knows of into the vault; those that are there already are left alone. */
export const commitmentLoad = command("commitment.load", {}, async (view, _input, { registry, newId }) => {
  const rows: readonly PromiseRow[] = [...commitments, ...notAdoptedRows, ...standards];
  const present = await Promise.all(
    rows.map(({ id }) =>
      view.list({ kind: "commitment", where: [{ field: "reference", value: id }], limit: 1 }),
    ),
  );
  const options = { act: "commitment.load", isCode: registry.isCode };
  return rows
    .filter((_row, index) => present[index]?.rows.length === 0)
    .map((row) => create(commitmentKind, commitmentOf(row), { ...options, record: newId() }));
});

function commitmentOf({ id, provision, sources, ...row }: PromiseRow): Commitment {
  const { theme, addressee, duty, strength, standing, checked } = row;
  return {
    title: { text: english[`commitment.${id}.label`] ?? id, lang: "en" },
    reference: id,
    instrument: provisions.find((each) => each.id === provision)?.symbol ?? provision,
    theme,
    addressee,
    duty,
    strength,
    standing,
    words: { text: english[`commitment.${id}.text`] ?? id, lang: "en" },
    sources: sources.map((key) => `${resolutionSources[key].title} <${resolutionSources[key].url}>`),
    checked,
  };
}
