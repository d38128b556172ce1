// Wildcards of STIX, LIKE and the harmless part of MATCHES, brought to one form: `*` any run, `?` any one character,
// `\` before a character that stands for itself. Matching takes at most length times length steps: no expression that
// a stranger wrote is ever compiled.

/** STIX LIKE: `%` any run, `_` any one. */
export function likeToWildcard(pattern: string): string {
  let wild = "";
  for (const letter of pattern) wild += letter === "%" ? "*" : letter === "_" ? "?" : escaped(letter);
  return wild;
}

/**
 * The regular expressions that are only anchors, literals, `.`, `.*` and `.+`; null for any other. MATCHES searches,
 * so what is not anchored may have anything around it.
 */
export function expressionToWildcard(expression: string): string | null {
  const isStart = expression.startsWith("^");
  const isEnd = expression.endsWith("$") && !expression.endsWith("\\$");
  const body = expression.slice(isStart ? 1 : 0, isEnd ? -1 : undefined);
  let wild = isStart ? "" : "*";
  for (let at = 0; at < body.length; at += 1) {
    const step = readStep(body, at);
    if (step === null) return null;
    wild += step.wild;
    at += step.length - 1;
  }
  return isEnd ? wild : `${wild}*`;
}

interface Step {
  readonly wild: string;
  readonly length: number;
}

function readStep(body: string, at: number): Step | null {
  const step = body[at] === "." ? readAny(body[at + 1] ?? "") : readLiteral(body, at);
  // What is left of quantifiers would need a real expression.
  return step === null || isQuantifier(body[at + step.length] ?? "") ? null : step;
}

function readAny(next: string): Step {
  if (next === "*") return { wild: "*", length: 2 };
  return next === "+" ? { wild: "?*", length: 2 } : { wild: "?", length: 1 };
}

function readLiteral(body: string, at: number): Step | null {
  const letter = body[at] ?? "";
  if (letter !== "\\") return "[](){}|*+?^$".includes(letter) ? null : { wild: escaped(letter), length: 1 };
  const next = body[at + 1] ?? "";
  return isPunctuation(next) ? { wild: escaped(next), length: 2 } : null;
}

function isQuantifier(letter: string): boolean {
  return letter === "*" || letter === "+" || letter === "?" || letter === "{";
}

function isPunctuation(letter: string): boolean {
  return letter !== "" && !/[0-9A-Za-z]/.test(letter);
}

function escaped(letter: string): string {
  return letter === "*" || letter === "?" || letter === "\\" ? `\\${letter}` : letter;
}

/** Whether the whole of `text` matches. */
export function isWildMatch(wild: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let starText = 0;
  while (at < text.length) {
    const letter = wild[place];
    const isEscape = letter === "\\";
    if (letter === "*") {
      star = place;
      starText = at;
      place += 1;
    } else if (
      letter !== undefined &&
      ((letter === "?" && !isEscape) || text[at] === (isEscape ? wild[place + 1] : letter))
    ) {
      at += 1;
      place += isEscape ? 2 : 1;
    } else if (star >= 0) {
      starText += 1;
      at = starText;
      place = star + 1;
    } else return false;
  }
  while (wild[place] === "*") place += 1;
  return place === wild.length;
}

/** Characters that are not wild: fewer than a handful match nearly anything. */
export function countLiterals(wild: string): number {
  let count = 0;
  for (let at = 0; at < wild.length; at += 1) {
    if (wild[at] === "\\") at += 1;
    else if (wild[at] === "*" || wild[at] === "?") continue;
    count += 1;
  }
  return count;
}
