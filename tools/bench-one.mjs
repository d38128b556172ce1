// Runs one bundled benchmark in this process and sends its result to tools/bench.mjs.
import { pathToFileURL } from "node:url";

const { bench } = await import(pathToFileURL(process.argv[2]).href);
process.send(await bench(process.argv[3]), () => process.disconnect());
