// Elements of an XML document, written one by one. Names come from this program; every text and value is escaped here.

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML 1.0 cannot hold, not even as a reference (2.2). */
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export function xmlText(text: string): string {
  return text.replaceAll(notInXml, "\u{fffd}").replaceAll(/[&<>"]/gu, (each) => escapes[each] ?? each);
}

/** `children` are XML already. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly string[]
): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  const start = `${name}${head.join("")}`;
  return children.length === 0 ? `<${start}/>` : `<${start}>${children.join("")}</${name}>`;
}
