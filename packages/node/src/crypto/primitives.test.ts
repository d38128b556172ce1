import { acceptPrimitives } from "@tocsin/crypto/acceptance";
import { createNodePrimitives } from "./primitives.ts";

acceptPrimitives("node", () => createNodePrimitives());
