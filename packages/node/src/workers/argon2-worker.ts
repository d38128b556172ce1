// The program of the thread that stretches a passphrase: one key, then the thread ends. The build makes one file of it.
import { parentPort, workerData } from "node:worker_threads";
import type { Argon2idInput } from "@tocsin/crypto";
import { stretchHere } from "../crypto/argon2.ts";

if (parentPort !== null) {
  const input: Argon2idInput = workerData;
  try {
    // Of its own array, so that the key moves to the other thread and stays nowhere here.
    const stretched = await stretchHere(input);
    const key = new Uint8Array(stretched);
    stretched.fill(0);
    parentPort.postMessage(key, [key.buffer]);
  } finally {
    input.password.fill(0);
  }
}
