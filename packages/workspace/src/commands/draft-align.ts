import type { RecordId } from "@tocsin/core";
import {
  alignmentKind,
  command,
  create,
  data,
  draftParagraphKind,
  link,
  RecordsError,
  text,
  valuesOf,
  type AlignmentRecord,
  type Operation,
  type View,
} from "@tocsin/records";
import { confirmedAlignment, type ConfirmedLink } from "@tocsin/texts";
import { countsOf, linkKey, linksIn, proposed } from "../drafts/alignments.ts";
import { draftOf, type KeptDraft } from "../drafts/draft-paragraphs.ts";
import { stateOf } from "../state-of.ts";

const act = "draft.align";

/**
 * A person says which paragraphs of two drafts belong together: `links` ([{before: [0], after: [0, 1]}], places from 0), or the
 * proposal as it stands. `open` are proposals that the person has not decided yet. Both are kept, and each paragraph of the newer
 * draft follows its own of the older one. `alignment` goes on with what was confirmed before in its place. Throws
 * `records.bad-input` without a name, for two drafts that are one or an alignment of others, `texts.bad-alignment` for links
 * that fit neither.
 */
export const draftAlign = command(
  act,
  {
    older: link("draft", { required: true }),
    newer: link("draft", { required: true }),
    links: data(),
    open: data(),
    alignment: link("alignment"),
    by: text({ required: true, sensitive: true }),
  },
  async (view, input, { registry, newId, now }) => {
    if (input.older === input.newer || input.by.text.trim() === "") throw badInput();
    const [older, newer] = [await draftOf(view, input.older), await draftOf(view, input.newer)];
    const proposal = proposed(older, newer).links;
    const given = input.links === undefined ? proposal : linksIn(input.links);
    const open = linksIn(input.open);
    const keys = new Set(given.map(linkKey));
    const { links } = confirmedAlignment([...given, ...open], countsOf(older, newer));
    const confirmed = links.filter((each) => keys.has(linkKey(each)));
    const known = new Set(proposal.map(linkKey));
    const values = {
      older: input.older,
      newer: input.newer,
      proposed: proposal.map((each) => ({ ...plain(each), score: Math.round(each.score * 1000) })),
      confirmed: confirmed.map(plain),
      ...(open.length === 0 ? {} : { open: open.map(plain) }),
      differing: confirmed.filter((each) => !known.has(linkKey(each))).length,
      confirmedBy: input.by,
      when: new Date(now()).toISOString(),
    };
    const kept =
      input.alignment === undefined
        ? create(alignmentKind, values, { record: newId(), act, isCode: registry.isCode })
        : await goesOn(view, input.alignment, values);
    return [kept, ...followings(older, newer, confirmed)];
  },
);

function badInput(): RecordsError {
  return new RecordsError("records.bad-input", "Cannot align: two drafts and a name are needed");
}

function plain({ before, after }: ConfirmedLink) {
  return { before: [...before], after: [...after] };
}

/** What was confirmed so far gives way to what is confirmed now; the history of the record keeps both. */
async function goesOn(view: View, id: RecordId, values: AlignmentRecord): Promise<Operation> {
  const before = valuesOf(await stateOf(view, id, "alignment"));
  if (before["older"] !== values.older || before["newer"] !== values.newer) throw badInput();
  const { confirmedBy } = values;
  const { name: kind, version } = alignmentKind;
  const patch = {
    confirmed: { set: values.confirmed ?? [] },
    open: { set: values.open ?? [] },
    differing: { set: values.differing ?? 0 },
    ...(confirmedBy === undefined
      ? {}
      : { confirmedBy: { set: { text: confirmedBy.text, lang: confirmedBy.lang } } }),
    when: { set: values.when ?? "" },
  };
  return { kind, version, record: id, act, patch };
}

/** What a paragraph followed in this older draft before gives way; what it follows in others stays. */
function followings(
  older: KeptDraft,
  newer: KeptDraft,
  links: readonly ConfirmedLink[],
): readonly Operation[] {
  const olderIds = new Set(older.paragraphs.map(({ record }) => record));
  const { name: kind, version } = draftParagraphKind;
  return newer.paragraphs.flatMap(({ record, follows }, at) => {
    const wanted = links
      .filter(({ after }) => after.includes(at))
      .flatMap(({ before }) => before.flatMap((one) => older.paragraphs[one]?.record ?? []));
    const add = wanted.filter((id) => !follows.includes(id));
    const remove = follows.filter((id) => olderIds.has(id) && !wanted.includes(id));
    if (add.length + remove.length === 0) return [];
    return [{ kind, version, record, act, patch: { follows: { add, remove } } }];
  });
}
