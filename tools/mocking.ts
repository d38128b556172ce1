/** Tests that put other modules in the place of real ones before they import anything: each has a process of its own. */
export const mocking: readonly string[] = ["packages/node/src/backup/power-cut.test.ts"];
