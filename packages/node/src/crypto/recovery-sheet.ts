// A recovery secret as people keep it: 24 words of BIP 39's English list, which carry a checksum, and a QR code
// (docs/formats/vault.md, section 8).
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { encodeBase64Url, isTocsinError, parseBase64Url } from "@tocsin/core";
import { createKey, CryptoError, type SecretKey } from "@tocsin/crypto";
import { encodeQR } from "qr";

const textStart = "tocsin-recovery/1/";
const wordCount = 24;

export interface RecoverySheet {
  /** 24 words, in order. */
  readonly words: readonly string[];
  /** What the QR code says. */
  readonly text: string;
  /** The QR code as an SVG element. */
  readonly svg: string;
}

export function recoverySheetOf(secret: SecretKey<"recovery">): RecoverySheet {
  const text = `${textStart}${encodeBase64Url(secret.expose())}`;
  const words = entropyToMnemonic(secret.expose(), wordlist).split(" ");
  return { words, text, svg: encodeQR(text, "svg", { ecc: "medium" }) };
}

/** The QR code in characters, for a terminal. */
export function recoveryCodeOf(secret: SecretKey<"recovery">): string {
  return encodeQR(recoverySheetOf(secret).text, "term");
}

/**
 * Takes the words, with whatever stands between them and in any case, or what the QR code says. Throws
 * `crypto.bad-recovery`: `details.words` says how many there were, `details.word` the first that is in no list (from 1),
 * 0 where all are and their checksum does not fit.
 */
export function parseRecoverySheet(typed: string): SecretKey<"recovery"> {
  const text = typed.trim();
  if (text.startsWith(textStart)) return parseText(text.slice(textStart.length));
  const words = (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).map(String);
  const unknown = words.findIndex((word) => !wordlist.includes(word));
  if (words.length !== wordCount)
    throw badSheet(words.length, unknown + 1, `${words.length} words, expected 24`);
  if (unknown !== -1) throw badSheet(wordCount, unknown + 1, `word ${unknown + 1} is not of the list`);
  try {
    return createKey("recovery", mnemonicToEntropy(words.join(" "), wordlist));
  } catch {
    throw badSheet(wordCount, 0, "the words do not belong together");
  }
}

function parseText(encoded: string): SecretKey<"recovery"> {
  try {
    return createKey("recovery", parseBase64Url(encoded));
  } catch (cause) {
    if (isTocsinError(cause)) throw badSheet(0, 0, "the code is not whole");
    throw cause;
  }
}

/** Says nothing of the words themselves. */
function badSheet(words: number, word: number, state: string): CryptoError {
  return new CryptoError("crypto.bad-recovery", `Cannot read recovery sheet: ${state}`, {
    details: { words, word },
  });
}
