import { acceptPrimitives } from "@tocsin/crypto/acceptance";
import { createBrowserPrimitives } from "./primitives.ts";

acceptPrimitives("in a browser, over @noble", () => createBrowserPrimitives());
