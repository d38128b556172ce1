// What a screen can say before it has any words: that nobody answers. Everything else it asks for (`loadCatalogues`).
import arabic from "./messages/ar/first.json" with { type: "json" };
import english from "./messages/en/first.json" with { type: "json" };
import french from "./messages/fr/first.json" with { type: "json" };
import korean from "./messages/ko/first.json" with { type: "json" };
import spanish from "./messages/es/first.json" with { type: "json" };
import type { Catalogues } from "./catalogue.ts";

export const firstWords: Catalogues = { en: english, ar: arabic, es: spanish, fr: french, ko: korean };
