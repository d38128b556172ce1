// What the first look at a file noticed as it came in. Whoever looks at evidence must see these before opening it elsewhere.
import type { Vocabulary } from "@tocsin/records";

export const fileSigns: Vocabulary = {
  name: "fileSigns",
  terms: [
    { code: "differs" },
    { code: "active" },
    { code: "program" },
    { code: "double-ending" },
    { code: "hidden-characters" },
  ],
};
