// What names of files and paths say of people though nobody wrote it for readers: telephone numbers, numbers of devices and
// cards, addresses of e-mail, names of users. It would rather replace a number too many.

/** Stands where something was replaced; the same in every language. */
export const replacedPart = "‹…›";

export interface ReplacedParts {
  readonly text: string;
  readonly count: number;
}

/** Longer than this nobody names a file: what is behind it is replaced as a whole. */
const longestName = 4096;

/** Not inside a hash or an identifier: there letters stand beside the digits. */
const number =
  /(?<![\p{Nd}a-fA-F])(?:\+|00)?\p{Nd}(?:[ .()/\u2010-\u2013-]{0,2}\p{Nd}){6,21}(?![\p{Nd}a-fA-F])/gu;
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}/gu;
const userFolder = /((?:^|[/\\])(?:Users|home|Documents and Settings)[/\\])([^/\\\r\n]{1,255})/giu;
const noUsers: ReadonlySet<string> = new Set(["shared", "public", "default", "mobile", "root", replacedPart]);

/** The text of a file's name, title or path with what identifies somebody replaced. */
export function withoutIdentifiers(text: string): ReplacedParts {
  let count = 0;
  const replaced = (): string => {
    count += 1;
    return replacedPart;
  };
  const short = text.length > longestName ? text.slice(0, longestName) : text;
  const out = short
    .replaceAll(userFolder, (whole, folder: string, user: string) =>
      noUsers.has(user.toLowerCase()) ? whole : folder + replaced(),
    )
    .replaceAll(address, replaced)
    .replaceAll(number, (found) => (isMoment(found) ? found : replaced()));
  return { text: short === text ? out : out + replaced(), count };
}

export function hasIdentifier(text: string): boolean {
  return withoutIdentifiers(text).count > 0;
}

/** A day, or a day and a time of it, as cameras and programs write them. */
function isMoment(found: string): boolean {
  const digits = found.replaceAll(/\D/g, "");
  if (digits.length !== found.replaceAll(/[^\p{Nd}]/gu, "").length) return false;
  const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;
  const dayFirst = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/;
  const time = /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d\d{0,3})?$/;
  if (found.startsWith("+") || found.startsWith("00")) return false;
  if (digits.length === 8) return day.test(digits) || dayFirst.test(digits);
  return day.test(digits) && time.test(digits.slice(8));
}
