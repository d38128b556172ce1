// Numbers by identifier, for as many as a vault has records: 24 bytes each in two flat arrays, where a map of texts takes
// 150 that the collector walks through again and again.
import type { RecordId } from "./ids.ts";

export interface NumbersById {
  get(id: RecordId): number | undefined;
  /** A whole number from 0 to 2^32 - 2. */
  set(id: RecordId, value: number): void;
  /** How many identifiers have a number. */
  size(): number;
}

const smallest = 1024;
/** 26 characters of five bits, six to a word: no two identifiers have one key, not even where they stand for the same bytes. */
const wordsOfKey = 5;
const charactersOfWord = 6;

export function createNumbersById(): NumbersById {
  let keys = new Uint32Array(smallest * wordsOfKey);
  /** One more than the number; 0 where a place is free. */
  let values = new Uint32Array(smallest);
  let size = 0;
  const key = new Uint32Array(wordsOfKey);

  const isAt = (place: number): boolean => {
    const at = place * wordsOfKey;
    return key.every((word, each) => keys[at + each] === word);
  };
  /** Where the key stands, or would. */
  const placeOf = (): number => {
    const mask = values.length - 1;
    let place = mixed(key) & mask;
    while (values[place] !== 0 && !isAt(place)) place = (place + 1) & mask;
    return place;
  };
  const put = (value: number): void => {
    const place = placeOf();
    if (values[place] === 0) size += 1;
    keys.set(key, place * wordsOfKey);
    values[place] = value;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Uint32Array(oldKeys.length * 2);
    values = new Uint32Array(oldValues.length * 2);
    size = 0;
    for (let place = 0; place < oldValues.length; place += 1) {
      const value = oldValues[place] ?? 0;
      if (value === 0) continue;
      key.set(oldKeys.subarray(place * wordsOfKey, (place + 1) * wordsOfKey));
      put(value);
    }
  };

  return {
    get(id) {
      readKey(id, key);
      const value = values[placeOf()] ?? 0;
      return value === 0 ? undefined : value - 1;
    },
    set(id, value) {
      if (size * 4 >= values.length * 3) grow();
      readKey(id, key);
      put(value + 1);
    },
    size: () => size,
  };
}

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const digitOf = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, alphabet.indexOf(String.fromCharCode(code))),
);

function readKey(id: RecordId, into: Uint32Array): void {
  into.fill(0);
  for (let at = 0; at < id.length; at += 1) {
    const word = Math.floor(at / charactersOfWord);
    into[word] = ((into[word] ?? 0) << 5) | (digitOf[id.charCodeAt(at)] ?? 0);
  }
}

/** Spreads identifiers that differ in their last characters alone: steps of the finaliser of MurmurHash3, by word. */
function mixed(key: Uint32Array): number {
  let hash = 0;
  for (const word of key) {
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash;
}
