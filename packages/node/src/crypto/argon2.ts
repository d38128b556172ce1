// Argon2id over hash-wasm, whose WebAssembly lies inside its package: Node 20 has none of its own.
import { type Argon2idInput, stretchingFailed } from "@tocsin/crypto";
import { argon2id } from "hash-wasm";

/** In the calling thread, which does nothing else meanwhile. Throws `crypto.stretching-failed`. */
export async function stretchHere(input: Argon2idInput): Promise<Uint8Array> {
  const { password, salt, length, memoryKib, passes, lanes } = input;
  try {
    return await argon2id({
      password,
      salt,
      hashLength: length,
      memorySize: memoryKib,
      iterations: passes,
      parallelism: lanes,
      outputType: "binary",
    });
  } catch (cause) {
    throw stretchingFailed(cause);
  }
}
