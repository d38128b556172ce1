// Traditional Chinese characters as simplified ones, one by one, so that a question in either finds both. Which of several
// is meant can depend on the word: then it is the commonest.
import pairs from "opencc-js/dict/TSCharacters";

export function createSimplifier(): (text: string) => string {
  const simple = new Map(
    pairs.split("|").map((pair): [string, string] => {
      const [old = "", first = ""] = pair.split(" ");
      return [old, [...first][0] ?? old];
    }),
  );
  return (text) =>
    /\p{sc=Han}/u.test(text) ? text.replace(/\p{sc=Han}/gu, (each) => simple.get(each) ?? each) : text;
}
