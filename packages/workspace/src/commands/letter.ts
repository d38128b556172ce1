// A letter is opened, gets another version or a translation, and other terms: until its list is frozen.
import type { RecordId } from "@tocsin/core";
import { closesAt, letterDigest, letterText, LettersError, type Deadline } from "@tocsin/letters";
import {
  code,
  command,
  create,
  integer,
  letterKind,
  letterVersionKind,
  link,
  parsePatch,
  string,
  strings,
  text,
  valuesOf,
  type CommandContext,
  type LanguageText,
  type LetterVersion,
} from "@tocsin/records";
import { exchanged, setting } from "../letters/changes.ts";
import { deadlineOf, fromLog, letterFileOf } from "../letters/letter-file.ts";
import { openLetter } from "../letters/refusals.ts";
import { listIn, textIn } from "../values.ts";

const terms = {
  organiser: text(),
  addressees: strings(),
  /** `2026-12-01T18:00`, or a day, which counts to its end. */
  deadline: string(),
  zone: string({ names: "zone" }),
  graceMinutes: integer(),
} as const;

/** The first record is the letter. Throws `letters.bad-letter`. */
export const letterOpen = command(
  "letter.open",
  { title: text({ required: true }), body: text({ required: true, multiline: true }), ...terms },
  async (_view, { title, body, ...rest }, context) => {
    const act = "letter.open";
    const { newId, now, registry } = context;
    checkDeadline(rest);
    const letter = newId();
    const options = { act, isCode: registry.isCode };
    const opened = new Date(now()).toISOString();
    const version = versionValues({ letter, number: 1, title, body }, context);
    return [
      create(letterKind, { title, status: "open", opened, ...rest }, { ...options, record: letter }),
      create(letterVersionKind, version, { ...options, record: newId() }),
    ];
  },
);

/** Whoever signed an earlier text is asked again. Throws `letters.bad-letter` where the text is the one that stands. */
export const letterVersion = command(
  "letter.version",
  {
    letter: link("letter", { required: true }),
    title: text({ required: true }),
    body: text({ required: true, multiline: true }),
  },
  async (view, { letter, title, body }, context) => {
    await openLetter(view, letter);
    const { versions } = await letterFileOf(view, letter, fromLog(view));
    const act = "letter.version";
    const values = versionValues({ letter, number: versions.length + 1, title, body }, context);
    if (versions.some(({ digest }, at) => digest === values.digest && at === versions.length - 1))
      throw new LettersError("letters.bad-letter", "Cannot add version: it is the text that stands");
    const { name: kind, version } = letterKind;
    return [
      create(letterVersionKind, values, { record: context.newId(), act, isCode: context.registry.isCode }),
      { kind, version, record: letter, act, patch: { title: { set: { ...title } } } },
    ];
  },
);

/** The text that stands in another language. It takes the place of the one before in that language; nobody is asked again. */
export const letterTranslate = command(
  "letter.translate",
  {
    letter: link("letter", { required: true }),
    title: text({ required: true }),
    body: text({ required: true, multiline: true }),
    origin: code("textOrigins"),
  },
  async (view, { letter, title, body, origin = "human-translation" }) => {
    await openLetter(view, letter);
    const { current } = await letterFileOf(view, letter, fromLog(view));
    const lang = letterText(body.lang, title.text, body.text).language;
    if (current === null || title.lang !== lang || current.texts[0]?.language === lang)
      throw new LettersError(
        "letters.bad-letter",
        "Cannot translate: it is the language of the text that is signed",
      );
    const [version] = await view.readMany([current.record]);
    const values = version === undefined ? {} : valuesOf(version);
    const { name: kind, version: edition } = letterVersionKind;
    const change = (field: "titleIn" | "bodyIn", text: LanguageText) => ({
      add: [{ ...text, origin }],
      remove: listIn(values[field]).filter((each) => textIn(each)?.lang === lang),
    });
    return [
      {
        kind,
        version: edition,
        record: current.record,
        act: "letter.translate",
        patch: { titleIn: change("titleIn", title), bodyIn: change("bodyIn", body) },
      },
    ];
  },
);

/** Deadline, addressees (the whole list), who collects. */
export const letterChange = command(
  "letter.change",
  { letter: link("letter", { required: true }), ...terms },
  async (view, { letter, addressees, ...given }, { registry }) => {
    const state = await openLetter(view, letter);
    const before = valuesOf(state);
    const { deadline = before["deadline"], zone = before["zone"], graceMinutes } = given;
    checkDeadline({
      ...(typeof deadline === "string" ? { deadline } : {}),
      ...(typeof zone === "string" ? { zone } : {}),
      graceMinutes: graceMinutes ?? deadlineOf(before)?.graceMinutes ?? 0,
    });
    const { name: kind, version } = letterKind;
    const patch = {
      ...parsePatch(letterKind, setting(given), registry.isCode),
      ...(addressees === undefined
        ? {}
        : { addressees: exchanged(listIn(before["addressees"]), addressees) }),
    };
    return Object.keys(patch).length === 0
      ? []
      : [{ kind, version, record: letter, act: "letter.change", patch }];
  },
);

interface Written {
  readonly letter: RecordId;
  readonly number: number;
  readonly title: LanguageText;
  readonly body: LanguageText;
}

function versionValues({ letter, number, title, body }: Written, { now, sha256 }: CommandContext) {
  if (title.lang !== body.lang)
    throw new LettersError("letters.bad-letter", "Cannot keep version: title and text are in two languages");
  const digest = letterDigest(letterText(body.lang, title.text, body.text), sha256);
  const values = { letter, number, title, body, digest, made: new Date(now()).toISOString() };
  return values satisfies LetterVersion;
}

/** A deadline without a zone is none: nobody knows when it is. */
function checkDeadline({
  deadline,
  zone,
  graceMinutes = 0,
}: {
  readonly deadline?: string;
  readonly zone?: string;
  readonly graceMinutes?: number;
}): void {
  if (deadline === undefined && zone === undefined) return;
  if (deadline === undefined || zone === undefined || graceMinutes < 0 || graceMinutes > mostGrace)
    throw new LettersError(
      "letters.bad-letter",
      "Cannot set deadline: a time, a zone or the grace is missing",
    );
  closesAt({ at: deadline, zone } satisfies Pick<Deadline, "at" | "zone">);
}

/** A week. */
const mostGrace = 10_080;
