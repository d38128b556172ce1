// The rules of the house that no ready-made linter has, as a plugin for oxlint.
// Each is stated in CONTRIBUTING.md and has a planted violation in lint.test.ts.
import { dirname, posix, relative, resolve, sep } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** The linted file's path from the project's root, with forward slashes. */
function pathOf(context) {
  return relative(context.cwd ?? root, context.filename)
    .split(sep)
    .join("/");
}

/** Calls `visit(node, specifier)` for everything that names another module. */
function onImports(visit) {
  const take = (node) => {
    if (typeof node.source?.value === "string") visit(node, node.source.value);
  };
  return {
    ImportDeclaration: take,
    ExportNamedDeclaration: take,
    ExportAllDeclaration: take,
    ImportExpression: take,
  };
}

/** A file never imports the door (`index.ts`) of a folder that it stands in. */
const ownDoor = {
  create(context) {
    const file = pathOf(context);
    const inPackage = /^packages\/([^/]+)\/src\//.exec(file);
    return onImports((node, specifier) => {
      const target = specifier.startsWith(".") ? posix.join(dirname(file), specifier) : undefined;
      const isDoorAbove =
        target !== undefined && /(^|\/)index\.tsx?$/.test(target) && file.startsWith(`${dirname(target)}/`);
      if (isDoorAbove || (inPackage !== null && specifier === `@tocsin/${inPackage[1]}`)) {
        context.report({ node, message: "Import the file that defines the name, not your own door." });
      }
    });
  },
};

/** A door only re-exports. */
const plainDoor = {
  create(context) {
    if (!/^packages\/[^/]+\/src\/(?:.+\/)?index\.ts$/.test(pathOf(context))) return {};
    return {
      Program(program) {
        for (const node of program.body) {
          const passesOn =
            node.type === "ExportAllDeclaration" ||
            (node.type === "ExportNamedDeclaration" &&
              (node.source || node.specifiers.length === 0) &&
              !node.declaration);
          if (!passesOn)
            context.report({ node, message: "A door only re-exports: move this into a file of its own." });
        }
      },
    };
  },
};

const cipherRooms = /^packages\/(?:crypto|(?:node|web)\/src\/crypto)\//;
const cipherPackages =
  /^(?:@noble\/.+|hash-wasm|age-encryption|argon2.*|.*argon2|bcrypt.*|scrypt.*|.*sodium.*|tweetnacl.*|crypto-.+|node-forge|@stablelib\/.+|openpgp|jose)$/;
/** What other rooms may take from node:crypto: digests, and randomness for the adapters. */
const plainCryptoNames = new Set([
  "createHash",
  "hash",
  "getHashes",
  "randomBytes",
  "randomUUID",
  "randomInt",
  "randomFillSync",
  "timingSafeEqual",
  "Hash",
  "BinaryLike",
]);

/** What a name or a text in brackets says. */
function nameOf(node) {
  return node.name ?? node.value;
}

/** Ciphers, signatures and key derivation stay in crypto and its adapters; digests are free. */
const ciphersAtHome = {
  create(context) {
    const file = pathOf(context);
    if (cipherRooms.test(file) || /\.test\.tsx?$/.test(file)) return {};
    const complain = (node, what) =>
      context.report({
        node,
        message: `${what} belongs to packages/crypto and to src/crypto of packages/node and packages/web alone.`,
      });
    return {
      ...onImports((node, specifier) => {
        if (cipherPackages.test(specifier)) complain(node, specifier);
        if (!/^(?:node:)?crypto$/.test(specifier)) return;
        if (node.type !== "ImportDeclaration") complain(node, "Passing on or loading node:crypto");
        for (const taken of node.specifiers ?? []) {
          const name = taken.imported?.name ?? taken.imported?.value;
          // A namespace or default import hides what is taken.
          if (name === undefined) complain(taken, "The whole of node:crypto");
          else if (!plainCryptoNames.has(name)) complain(taken, name);
        }
      }),
      MemberExpression(node) {
        if (nameOf(node.property) === "subtle") complain(node, "crypto.subtle");
      },
      Property(node) {
        if (node.parent?.type === "ObjectPattern" && nameOf(node.key) === "subtle")
          complain(node, "crypto.subtle");
      },
      // `require`, `process.getBuiltinModule` and whatever else takes the name of a module.
      CallExpression(node) {
        for (const { value } of node.arguments) {
          if (value === "node:crypto" || value === "crypto") complain(node, "Loading node:crypto");
          else if (typeof value === "string" && /^@noble\/|^hash-wasm$/.test(value)) complain(node, value);
        }
      },
      TSExternalModuleReference(node) {
        if (/^(?:node:)?crypto$/.test(node.expression.value)) complain(node, "The whole of node:crypto");
      },
    };
  },
};

const emptyNames = new Set(["utils", "util", "helpers", "helper", "common", "manager", "misc"]);

/** Folders and files are named after things of the field. */
const tellingNames = {
  create(context) {
    return {
      Program(node) {
        for (const part of pathOf(context).split("/")) {
          const name = part.replace(/\..*$/, "");
          if (emptyNames.has(name))
            context.report({ node, message: `The name "${name}" tells nothing: name the thing.` });
        }
      },
    };
  },
};

/** No module-level mutable state: it would be shared by everyone and reset by nobody. */
const noModuleState = {
  create(context) {
    return {
      Program(program) {
        for (const statement of program.body) {
          const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
          if (node?.type === "VariableDeclaration" && node.kind !== "const") {
            context.report({
              node,
              message: "No module-level variable: keep state in an object that somebody creates.",
            });
          }
        }
      },
    };
  },
};

/** Below the adapters nobody looks at a clock: `new Date()` and `Date()` without a value are clocks. */
const noClock = {
  create(context) {
    const check = (node) => {
      if (node.callee.name === "Date" && node.arguments.length === 0) {
        context.report({ node, message: "The time comes in as an argument." });
      }
    };
    return {
      NewExpression: check,
      CallExpression(node) {
        check(node);
        const { object, property } = node.callee;
        if (object?.name === "Date" && property?.name === "now") {
          context.report({ node, message: "The time comes in as an argument." });
        }
        if (object?.name === "Math" && property?.name === "random") {
          context.report({ node, message: "Randomness comes in as an argument." });
        }
      },
    };
  },
};

export default {
  meta: { name: "house" },
  rules: {
    "own-door": ownDoor,
    "plain-door": plainDoor,
    "ciphers-at-home": ciphersAtHome,
    "telling-names": tellingNames,
    "no-module-state": noModuleState,
    "no-clock": noClock,
  },
};
