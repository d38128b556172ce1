/**
 * Whether a spreadsheet would run a cell as a formula. Full-width signs count too: some read them as the ASCII ones. White
 * space before them is skipped.
 */
export function runsInSpreadsheets(text: string): boolean {
  const first = text.trimStart().charAt(0);
  return (first !== "" && "=+-@＝＋－＠".includes(first)) || /^[\t\r\n]/.test(text);
}
