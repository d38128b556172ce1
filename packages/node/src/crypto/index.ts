export { createNodePrimitives } from "./primitives.ts";
