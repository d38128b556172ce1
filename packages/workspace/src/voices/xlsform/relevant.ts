// Conditions as XLSForm writes them (column `relevant`, a small part of XPath 1.0): what ours can say and nothing more. Parts
// of `any` and `all` stand in brackets of their own, so that a condition that went out comes in as it was.
import type { Condition } from "@tocsin/voices";

export function conditionToRelevant(condition: Condition): string {
  if ("all" in condition) return chain(condition.all, "and", "true()");
  if ("any" in condition) return chain(condition.any, "or", "false()");
  if ("not" in condition) return `not(${conditionToRelevant(condition.not)})`;
  const name = `\${${condition.question}}`;
  if ("atLeast" in condition) return `${name} >= ${condition.atLeast}`;
  if ("atMost" in condition) return `${name} <= ${condition.atMost}`;
  if ("answered" in condition) return `${name} != ''`;
  const codes = condition.is.length === 0 ? [""] : condition.is;
  return codes.map((code) => `selected(${name}, '${code}')`).join(" or ");
}

/** One part alone is told from the part itself by what changes nothing. */
function chain(parts: readonly Condition[], word: string, nothing: string): string {
  if (parts.length === 0) return nothing;
  const bracketed = parts.map((each) => `(${conditionToRelevant(each)})`);
  return (bracketed.length === 1 ? [...bracketed, nothing] : bracketed).join(` ${word} `);
}

const longest = 8_000;
const deepest = 40;
const tokenForm =
  /\s*(?:(\$\{[^{}]{1,200}\})|('[^']*'|"[^"]*")|(-?\d{1,12})(?![\d.])|(>=|<=|!=|=|<|>|\(|\)|,)|([a-z][a-z-]{0,30}))/y;

interface Token {
  readonly kind: "name" | "text" | "number" | "sign" | "word";
  readonly text: string;
}

export interface Naming {
  /** Names of questions and codes as they are called here. */
  questionOf(name: string): string;
  codeOf(question: string, code: string): string;
}

/** Null for what ours cannot say. */
export function relevantToCondition(relevant: string, naming: Naming): Condition | null {
  const tokens = tokensOf(relevant);
  if (tokens === null) return null;
  const cursor: Cursor = { tokens, at: 0, naming };
  const read = readEither(cursor, 0);
  return read === null || cursor.at < tokens.length ? null : read.condition;
}

function tokensOf(text: string): readonly Token[] | null {
  if (text.length > longest) return null;
  const tokens: Token[] = [];
  const form = new RegExp(tokenForm);
  const whole = text.trimEnd();
  while (form.lastIndex < whole.length) {
    const found = form.exec(whole);
    if (found === null) return null;
    const [, name, quoted, number, sign, word] = found;
    if (name !== undefined) tokens.push({ kind: "name", text: name.slice(2, -1).trim() });
    else if (quoted !== undefined) tokens.push({ kind: "text", text: quoted.slice(1, -1) });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else tokens.push({ kind: "word", text: word ?? "" });
  }
  return tokens;
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
  readonly naming: Naming;
}

interface Read {
  readonly condition: Condition;
  /** It stands in brackets of its own, and is not taken together with what stands beside it. */
  readonly isBracketed: boolean;
}

function takes(cursor: Cursor, ...texts: readonly string[]): boolean {
  const fits = texts.every((text, index) => {
    const token = cursor.tokens[cursor.at + index];
    return token !== undefined && token.text === text && (token.kind === "sign" || token.kind === "word");
  });
  if (fits) cursor.at += texts.length;
  return fits;
}

const readEither = (cursor: Cursor, depth: number): Read | null =>
  readChain(cursor, { word: "or", depth, next: readBoth });
const readBoth = (cursor: Cursor, depth: number): Read | null =>
  readChain(cursor, { word: "and", depth, next: readOne });

interface Chain {
  readonly word: "or" | "and";
  readonly depth: number;
  readonly next: (cursor: Cursor, depth: number) => Read | null;
}

function readChain(cursor: Cursor, { word, depth, next }: Chain): Read | null {
  if (depth > deepest) return null;
  const parts: Read[] = [];
  do {
    const part = next(cursor, depth + 1);
    if (part === null) return null;
    parts.push(part);
  } while (takes(cursor, word));
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const joined = (word === "or" ? joinedTests(parts) : parts).filter((each) => !changesNothing(each, word));
  const [only] = joined;
  if (joined.length === 1 && only !== undefined && parts.length > 1 && !only.isBracketed) return only;
  const conditions = joined.map(({ condition }) => condition);
  return { condition: word === "or" ? { any: conditions } : { all: conditions }, isBracketed: false };
}

function changesNothing({ condition, isBracketed }: Read, word: "or" | "and"): boolean {
  if (isBracketed) return false;
  return word === "or"
    ? "any" in condition && condition.any.length === 0
    : "all" in condition && condition.all.length === 0;
}

/** `= 'a' or = 'b'` of one question is one test of it. */
function joinedTests(parts: readonly Read[]): readonly Read[] {
  const joined: Read[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      !last.isBracketed &&
      !part.isBracketed &&
      "is" in last.condition &&
      "is" in part.condition &&
      last.condition.question === part.condition.question
    ) {
      const is = [...last.condition.is, ...part.condition.is];
      joined[joined.length - 1] = { condition: { ...last.condition, is }, isBracketed: false };
    } else joined.push(part);
  }
  return joined;
}

function readOne(cursor: Cursor, depth: number): Read | null {
  if (takes(cursor, "(")) {
    const inner = readEither(cursor, depth + 1);
    return inner === null || !takes(cursor, ")") ? null : { ...inner, isBracketed: true };
  }
  if (takes(cursor, "not", "(")) {
    const inner = readEither(cursor, depth + 1);
    return inner === null || !takes(cursor, ")") ? null : plain({ not: inner.condition });
  }
  if (takes(cursor, "true", "(", ")")) return plain({ all: [] });
  if (takes(cursor, "false", "(", ")")) return plain({ any: [] });
  const test = takes(cursor, "selected", "(") ? readSelected(cursor) : readComparison(cursor);
  return test === null ? null : plain(test);
}

function plain(condition: Condition): Read {
  return { condition, isBracketed: false };
}

function taken(cursor: Cursor, kind: Token["kind"]): string | null {
  const token = cursor.tokens[cursor.at];
  if (token === undefined || token.kind !== kind) return null;
  cursor.at += 1;
  return token.text;
}

function readSelected(cursor: Cursor): Condition | null {
  const name = taken(cursor, "name");
  const comma = takes(cursor, ",");
  const code = taken(cursor, "text");
  if (name === null || !comma || code === null || !takes(cursor, ")")) return null;
  return isTest(cursor, name, code);
}

function isTest({ naming }: Cursor, name: string, code: string): Condition {
  const question = naming.questionOf(name);
  return { question, is: code === "" ? [] : [naming.codeOf(name, code)] };
}

function readComparison(cursor: Cursor): Condition | null {
  const name = taken(cursor, "name");
  const sign = name === null ? null : taken(cursor, "sign");
  if (name === null || sign === null) return null;
  const question = cursor.naming.questionOf(name);
  const text = taken(cursor, "text");
  if (text !== null) return textTest(sign, text, { question, is: (code) => isTest(cursor, name, code) });
  const number = taken(cursor, "number");
  return number === null ? null : numberTest(sign, Number(number), question);
}

interface Named {
  readonly question: string;
  readonly is: (code: string) => Condition;
}

function textTest(sign: string, text: string, { question, is }: Named): Condition | null {
  const answered: Condition = { question, answered: true };
  if (sign === "=") return text === "" ? { not: answered } : is(text);
  if (sign === "!=") return text === "" ? answered : { not: is(text) };
  return null;
}

/** Numbers are whole ones here: more than 2 is 3 at least. */
function numberTest(sign: string, number: number, question: string): Condition | null {
  const exactly: Condition = {
    all: [
      { question, atLeast: number },
      { question, atMost: number },
    ],
  };
  switch (sign) {
    case ">=":
      return { question, atLeast: number };
    case ">":
      return { question, atLeast: number + 1 };
    case "<=":
      return { question, atMost: number };
    case "<":
      return { question, atMost: number - 1 };
    case "=":
      return exactly;
    case "!=":
      return { not: exactly };
    default:
      return null;
  }
}
