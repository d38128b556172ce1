// Finds words that stand in the screen's source instead of the catalogues: text between tags, and the attributes and
// properties that people read or hear.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface ScreenText {
  readonly line: number;
  readonly text: string;
}

const readNames: ReadonlySet<string> = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "children",
  "description",
  "help",
  "label",
  "placeholder",
  "title",
]);

/** Two letters or more of any script in a row. */
const words = /\p{L}{2,}/u;

/** A part of the screen may take the key of its words. */
const catalogueKey = /^[a-z][\w-]*(?:\.[\w-]+)+$/;

/** Texts in `source` (TSX) that no catalogue has. */
export function screenTextsOf(source: string): readonly ScreenText[] {
  const file = ts.createSourceFile("screen.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: ScreenText[] = [];
  const visit = (node: ts.Node): void => {
    const text = plantedText(node);
    if (text !== null && words.test(text))
      found.push({
        line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
        text: text.trim(),
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function plantedText(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text;
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return null;
  const text = fixedWords(node);
  return isRead(node) && !catalogueKey.test(text) ? text : null;
}

/** Whether `node` is what an element shows or says: as a child, or as the value of an attribute that is read. */
function isRead(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return readNames.has(parent.name.getText());
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? isRead(parent) : true;
  const isChoice =
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && parent.right === node && isLogical(parent.operatorToken.kind)) ||
    ts.isParenthesizedExpression(parent);
  return isChoice && isRead(parent);
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

/** What stands in a text whatever is put into it. */
function fixedWords(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" ");
}

/** The same of every source under `folder`: `path:line text`. */
export function screenTextsUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx") && !path.includes(".test."))
    .flatMap((path) =>
      screenTextsOf(readFileSync(join(folder, path), "utf8")).map(
        ({ line, text }) => `${path}:${String(line)} ${text}`,
      ),
    );
}
