// A recorded vote, the sponsors of one day from their line, and one position that a person lets out or keeps inside again.
import {
  amendmentKind,
  command,
  create,
  date,
  integer,
  link,
  parsePatch,
  positionKind,
  RecordsError,
  sponsorListKind,
  text,
} from "@tocsin/records";
import { readSponsorLine, readVote, TextsError } from "@tocsin/texts";
import { letOutAct } from "../motions/sound-writes.ts";
import { stateOf } from "../state-of.ts";

const counts = ["inFavour", "against", "abstaining", "absent", "members"] as const;

/**
 * The counts of a recorded vote, as far as they are known; `written` is how records put it (`15-28-4`), and counts that are
 * given stand before it. Those that nobody says are emptied: they are unknown, not 0. Throws `texts.bad-vote` where more voted
 * than there are members, which are 47 where nobody says otherwise.
 */
export const amendmentVote = command(
  "amendment.vote",
  {
    amendment: link("amendment", { required: true }),
    written: text(),
    inFavour: integer(),
    against: integer(),
    abstaining: integer(),
    absent: integer(),
    members: integer(),
    source: text(),
  },
  async (view, { amendment, written, source, ...given }, { registry }) => {
    await stateOf(view, amendment, "amendment");
    const read = written === undefined ? null : readVote(written.text);
    if (written !== undefined && read === null)
      throw new TextsError("texts.bad-vote", "Cannot record vote: its counts cannot be read", {
        details: { members: "47" },
      });
    const vote: Readonly<Record<string, number | undefined>> = { ...read, ...given };
    const wanted = Object.fromEntries(
      counts.map((name) => {
        const count = vote[name];
        return [name, count === undefined ? { clear: true } : { set: count }];
      }),
    );
    const patch = {
      ...wanted,
      ...(source === undefined ? {} : { voteSource: { set: { ...source } } }),
    };
    const { name: kind, version } = amendmentKind;
    const parsed = parsePatch(amendmentKind, patch, registry.isCode);
    return [{ kind, version, record: amendment, act: "amendment.vote", patch: parsed }];
  },
);

/** Throws `texts.no-sponsors` where the line has no name in it. */
export const sponsorsTake = command(
  "sponsors.take",
  {
    negotiation: link("negotiation", { required: true }),
    dated: date({ required: true }),
    line: text({ required: true, multiline: true }),
    draft: link("draft"),
    source: text(),
  },
  async (view, input, { registry, newId }) => {
    await stateOf(view, input.negotiation, "negotiation");
    const { sponsors, repeated } = readSponsorLine(input.line.text);
    if (sponsors.length === 0)
      throw new TextsError("texts.no-sponsors", "Cannot take sponsors: no name in the line");
    const namesWhere = (isMember: boolean): readonly string[] =>
      sponsors.filter((each) => each.isMember === isMember).map(({ name }) => name);
    const values = { ...input, members: namesWhere(true), observers: namesWhere(false), repeated };
    const options = { record: newId(), act: "sponsors.take", isCode: registry.isCode };
    return [create(sponsorListKind, values, options)];
  },
);

/** Lets out one position, and never several: who decided it and why are kept. */
export const positionLetOut = command(
  letOutAct,
  {
    position: link("position", { required: true }),
    by: text({ required: true, sensitive: true }),
    why: text({ required: true, sensitive: true }),
  },
  async (view, { position, by, why }, { now }) => {
    await stateOf(view, position, "position");
    if (by.text.trim() === "" || why.text.trim() === "")
      throw new RecordsError("records.bad-input", "Cannot let out position: a name and a reason are needed");
    const patch = {
      mayLeave: { set: true },
      letOutBy: { set: { ...by } },
      letOutWhy: { set: { ...why } },
      letOutWhen: { set: new Date(now()).toISOString() },
    };
    const { name: kind, version } = positionKind;
    return [{ kind, version, record: position, act: letOutAct, patch }];
  },
);

/** What has left already is out of reach. */
export const positionKeepIn = command(
  "position.keep-in",
  { position: link("position", { required: true }) },
  async (view, { position }) => {
    await stateOf(view, position, "position");
    const { name: kind, version } = positionKind;
    return [
      { kind, version, record: position, act: "position.keep-in", patch: { mayLeave: { clear: true } } },
    ];
  },
);
