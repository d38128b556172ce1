// The line of sponsors of a tabled text: names of States as printed, an asterisk at those that are no members of the body.

export interface Sponsor {
  /** As printed. */
  readonly name: string;
  readonly isMember: boolean;
}

export interface SponsorLine {
  /** In the order of the line, each once. */
  readonly sponsors: readonly Sponsor[];
  /** Names that stand in it more than once. */
  readonly repeated: readonly string[];
}

/** Longer is no line of sponsors: there are 193 Member States. */
const longestLine = 20_000;
const asterisk = /[*＊٭]/u;
/** Names of States with "and" inside: what a last "and" parts ends before them. */
const withAnd =
  /^(?:Antigua|Bosnia|Saint Kitts|St\. Kitts|Sao Tome|São Tomé|Trinidad|Saint Vincent|St\. Vincent|.*\bGreat Britain|Wallis|Svalbard)$/iu;

/**
 * `line` ends at a colon, where the kind of text follows ("…: draft resolution"). An asterisk belongs to the name before it,
 * on whichever side of the comma it stands.
 */
export function readSponsorLine(line: string): SponsorLine {
  const names = line.slice(0, longestLine).split(/[:：]/u)[0] ?? "";
  const sponsors = new Map<string, Sponsor>();
  const repeated = new Set<string>();
  for (const each of namesIn(names.replaceAll(/\s+/gu, " "))) {
    if (sponsors.has(each.name)) repeated.add(each.name);
    else sponsors.set(each.name, each);
  }
  return { sponsors: [...sponsors.values()], repeated: [...repeated] };
}

function namesIn(names: string): readonly Sponsor[] {
  const found: { name: string; isMember: boolean }[] = [];
  for (const part of names.split(/[,،、，;]/u)) {
    // "Albania,* Argentina": the mark that opens this part is of the name before.
    const own = part.replace(/^\s*[*＊٭]+/u, () => {
      const last = found.at(-1);
      if (last) last.isMember = false;
      return "";
    });
    for (const name of partedByAnd(own.trim()))
      found.push({ name: name.replaceAll(/[*＊٭]/gu, "").trim(), isMember: !asterisk.test(name) });
  }
  return found.filter(({ name }) => name !== "");
}

/** The last two names of a line: "Uruguay* and Spain". */
function partedByAnd(text: string): readonly string[] {
  const bare = text.replace(/^and /iu, "");
  const at = bare.lastIndexOf(" and ");
  if (at === -1) return [bare];
  const [first, last] = [bare.slice(0, at), bare.slice(at + 5)];
  if (withAnd.test(first)) return [bare];
  return [...partedByAnd(first), last];
}
