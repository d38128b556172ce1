// The floors of the house as rules: who may import whom. tools/floors.mjs runs them and checks that they ran.

/** Each room's floor; a room imports only from floors below its own. */
const floors = {
  "packages/core": 1,
  "packages/records": 2,
  "packages/crypto": 2,
  "packages/formats": 2,
  "packages/language": 2,
  "packages/vault": 3,
  "packages/phone": 3,
  "packages/network": 3,
  "packages/cases": 3,
  "packages/assess": 3,
  "packages/letters": 3,
  "packages/texts": 3,
  "packages/voices": 3,
  "packages/index": 4,
  "packages/publish": 4,
  "packages/library": 4,
  "packages/workspace": 5,
  "packages/node": 6,
  "packages/web": 6,
};

/** Packages from outside that a room below the adapters may use; docs/decisions says why. */
const guests = {
  // Digests, by which segments hold on to their originals; they are free of the rule about ciphers.
  "packages/crypto": ["@noble/hashes"],
  "packages/formats": ["fflate"],
  "packages/language": ["messageformat"],
};

const adapters = 6;
/** Tests, fakes and acceptance suites are not the product: they may use Node, vitest and each other. */
const suites = "(?:\\.fake\\.ts|/fakes\\.ts|/(?:fakes|acceptance)/.+\\.ts)$";
const testEnding = `(?:\\.test\\.tsx?$|${suites})`;
const someRoom = "^(packages/[^/]+|apps/cli|apps/desk/server|apps/desk/screen)/";
/** An area of a catalogue is data: the command line takes its own alone, so that its help need not wait for the rest. */
const doors =
  "^((packages/[^/]+|apps/cli|apps/desk/server|apps/desk/screen)/src/index\\.ts|packages/language/src/messages/.+\\.json)$";

const rooms = Object.entries(floors);
const anyOf = (names) => `^(${names.join("|")})/`;

const upward = rooms.map(([room, floor]) => ({
  name: `${room} imports only from below floor ${floor}`,
  severity: "error",
  from: { path: `^${room}/` },
  to: {
    path: ["^apps/", anyOf(rooms.filter(([name, other]) => name !== room && other >= floor).map(([n]) => n))],
  },
}));

const pureRooms = rooms.filter(([, floor]) => floor < adapters).map(([room]) => room);

const withoutPlatform = [
  {
    name: "no modules of Node below the adapters",
    severity: "error",
    from: { path: anyOf(pureRooms), pathNot: testEnding },
    to: { dependencyTypes: ["core"] },
  },
  ...pureRooms.map((room) => ({
    name: `${room} uses no package from outside but ${guests[room]?.join(", ") ?? "none"}`,
    severity: "error",
    from: { path: `^${room}/`, pathNot: testEnding },
    to: { path: "node_modules/", pathNot: (guests[room] ?? []).map((name) => `node_modules/${name}/`) },
  })),
];

module.exports = {
  forbidden: [
    ...upward,
    ...withoutPlatform,
    {
      name: "no circles, not even in types",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "a package is entered by its door",
      severity: "error",
      from: { path: someRoom, pathNot: testEnding },
      to: { path: "^(packages|apps)/", pathNot: ["^$1/", doors] },
    },
    {
      name: "tests enter another package by its door, its fakes or its acceptance suites",
      severity: "error",
      from: { path: `${someRoom}.*${testEnding}` },
      to: { path: "^(packages|apps)/", pathNot: ["^$1/", doors, suites] },
    },
    {
      name: "journeys, benchmarks and examples enter a package by its door, its fakes or its suites",
      severity: "error",
      from: { path: "^(tests|bench|examples)/" },
      to: { path: "^(packages|apps)/", pathNot: [doors, suites] },
    },
    {
      name: "the product does not import tests, fakes or suites",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: testEnding },
      to: { path: [testEnding, "^(tests|bench|examples)/"] },
    },
    {
      name: "the desk's server does not import the command line or the screen",
      severity: "error",
      from: { path: "^apps/desk/server/" },
      to: { path: "^apps/(cli|desk/screen)/" },
    },
    {
      name: "the screen imports core, records, language and types of workspace",
      severity: "error",
      from: { path: "^apps/desk/screen/", pathNot: testEnding },
      to: {
        path: "^(packages|apps)/",
        pathNot: "^(packages/(core|records|language|workspace)|apps/desk/screen)/",
      },
    },
    {
      name: "the screen takes only types from workspace",
      severity: "error",
      from: { path: "^apps/desk/screen/", pathNot: testEnding },
      to: { path: "^packages/workspace/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the screen uses no modules of Node",
      severity: "error",
      from: { path: "^apps/desk/screen/src/", pathNot: testEnding },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "what the product uses its package.json names",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: [testEnding, "vite\\.config\\.ts$"] },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-dev"], pathNot: "^(packages|apps)/" },
    },
    {
      name: "every import leads somewhere",
      severity: "error",
      from: { path: "^(packages|apps)/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    // Imports that exist only in types count: a circle in types is a circle for the reader.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.node.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
