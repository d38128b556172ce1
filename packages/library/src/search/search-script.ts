// The script of the search page, as it is sent: what is typed is folded like the texts were, pieces of the index are loaded
// as scripts, results are written as text. It knows nobody and tells nobody. At most 6 kB compressed; a test holds its
// folding against that of the index.

export const searchScript = String.raw`(() => {
"use strict";
const removed = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
const letters = {};
for (const [from, to] of ["ٱا", "ىي", "یي", "ېي", "ےي", "کك", "ڪك", "ةه", "ۀه", "ھه", "ہه", "ۃه", "ەه", "ıi", "œoe", "æae", "ßss", "øo", "łl", "đd", "ðd", "þth", "ħh", "ŋn", "ςσ"].map((p) => [p[0], p.slice(1)])) letters[from] = to;
const single = new RegExp("[" + Object.keys(letters).join("") + "]", "g");
const digit = (each) => { let value = 0, code = each.codePointAt(0) - 1; while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code))) { value += 1; code -= 1; } return String(value); };
const fold = (text) => text.normalize("NFKC").toLowerCase().normalize("NFD").replace(removed, "").replace(/([\u0400-\u04ff])['’ʼ]([\u0400-\u04ff])/g, "$1$2").replace(single, (each) => letters[each]).replace(/(?![0-9])\p{Nd}/gu, digit).normalize("NFC");
const paired = "\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{sc=Hangul}", thai = "\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const piece = new RegExp("([" + paired + "]+)|([" + thai + "]+)|[^" + paired + thai + "]+", "gu");
const terms = (typed) => {
  const all = [];
  for (const run of fold(typed).match(/[\p{L}\p{N}\p{M}]+/gu) || []) for (const [text, pair, word] of run.matchAll(piece)) {
    const each = [...text];
    if (pair) all.push({ pair, tokens: each.length < 2 ? [text] : each.slice(1).map((second, at) => each[at] + second) });
    else if (word && self.Intl && Intl.Segmenter) for (const { segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) all.push({ tokens: [segment] });
    else all.push({ tokens: [text.slice(0, 64)] });
  }
  return all.slice(0, 12);
};
const pieceOf = (token, count) => { const key = token.slice(token.indexOf(":") + 1).slice(0, 4); let hash = 2166136261; for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 16777619); return (hash >>> 0) % count; };
const add = (found, value, weight) => { let place = 0; if (value) for (const each of value.split("|")[0].split(".")) { if (!each) continue; place += parseInt(each, 36); const item = place >> 1, score = weight * (place & 1 ? 3 : 1); if (!(found.get(item) >= score)) found.set(item, score); } return found; };
const own = (data, token) => Object.prototype.hasOwnProperty.call(data, token) ? data[token] : "";
const wordDocs = async (word, get) => {
  const found = new Map(), data = await get(word), value = own(data, word);
  add(found, value, 4);
  for (const stem of (value.split("|")[1] || "").split(" ")) if (stem) { const other = await get(stem), text = stem.slice(stem.indexOf(":") + 1); add(found, own(other, stem), 2); add(found, own(other, text), 2); }
  const bare = word.replace(/^[وف]?(?:ال|لل|[بلكو])(?=...)/, "");
  const tries = [word, bare, word.slice(0, -1), word.slice(0, -2), word.slice(0, -3)];
  for (const each of tries) { if (found.size || each.length < 3) break; const near = await get(each); add(found, own(near, each), 2); for (const key of Object.keys(near)) if (key.endsWith(":" + each)) add(found, near[key], 2); }
  if (word.length > 3) for (const key of Object.keys(data)) if (key.startsWith(word) && key !== word) add(found, data[key], 1);
  return found;
};
const allOf = async (tokens, get) => {
  let both = null;
  for (const token of tokens) { const found = add(new Map(), own(await get(token), token), 4); both = both ? new Map([...both].filter(([item]) => found.has(item)).map(([item, score]) => [item, Math.max(score, found.get(item))])) : found; }
  return both || new Map();
};
const termDocs = async ({ pair, tokens }, get) => {
  if (!pair) return wordDocs(tokens[0], get);
  for (let left = tokens.length; left > 0 && left >= tokens.length - 2; left--) { const found = await allOf(tokens.slice(0, left), get); if (found.size) return found; }
  return new Map();
};
const search = async (typed, count, load) => {
  const get = (token) => load(pieceOf(token, count));
  let both = null;
  for (const term of terms(typed)) { const found = await termDocs(term, get); both = both ? new Map([...both].filter(([item]) => found.has(item)).map(([item, score]) => [item, score + found.get(item)])) : found; }
  return [...(both || [])].sort((one, other) => other[1] - one[1] || other[0] - one[0]).map(([item]) => item);
};
self.librarySearch = { fold, terms, search };
if (typeof document === "undefined") return;
const form = document.getElementById("search");
if (!form) return;
const { root, count, size, working, none, found, failed, more } = form.dataset;
const status = document.getElementById("status"), list = document.getElementById("results"), button = document.getElementById("more");
const waiting = {}, loaded = {};
let broken = false;
self.libraryPiece = (number, data) => waiting[root + number](data);
self.libraryItems = (number, data) => waiting["found/" + number](data);
const load = (name) => loaded[name] = loaded[name] || new Promise((settle) => {
  const script = document.createElement("script");
  waiting[name] = settle;
  script.onerror = () => { broken = true; settle({}); };
  script.src = name + ".js";
  document.head.append(script);
});
const show = async (items) => {
  for (const item of items) {
    const rows = await load("found/" + Math.floor(item / size)), row = rows[item % size];
    if (!row) continue;
    const [slug, title, lang, dir, meta] = row, entry = document.createElement("li"), about = document.createElement("p"), head = document.createElement("p"), link = document.createElement("a");
    about.className = "meta"; about.textContent = meta;
    head.className = "title"; link.textContent = title; link.href = "items/" + slug + ".html";
    if (lang) link.lang = lang;
    if (dir) link.dir = dir;
    head.append(link); entry.append(about, head); list.append(entry);
  }
};
const run = async (typed) => {
  status.textContent = working;
  let items = await search(typed, Number(count), (number) => load(root + number));
  status.textContent = (items.length ? found + " " + items.length.toLocaleString(document.documentElement.lang) : none) + (broken ? " " + failed : "");
  const next = async () => { const part = items.slice(0, 20); items = items.slice(20); button.hidden = !items.length; await show(part); if (broken) status.textContent = failed; };
  button.textContent = more; button.onclick = next;
  await next();
};
const typed = (new URLSearchParams(location.search).get("q") || "").slice(0, 200);
form.elements.q.value ||= typed;
if (typed.trim()) run(typed);
})();
`;
