import { acceptPrimitives } from "./acceptance/primitives.acceptance.ts";
import { createFakePrimitives } from "./primitives.fake.ts";

acceptPrimitives("fake", () => createFakePrimitives());
