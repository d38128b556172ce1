#!/usr/bin/env node
// Starts the program that `npm install` made. It stays this small because every command waits for it.
const program = new URL("../dist/cli/main.js", import.meta.url);
try {
  await import(program);
} catch (error) {
  const { existsSync } = await import("node:fs");
  if (existsSync(program)) throw error;
  console.error("Cannot start Tocsin: the program is not built. Run npm install in the project folder.");
  process.exitCode = 70;
}
