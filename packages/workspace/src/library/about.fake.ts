import type { LibraryAbout } from "./library-types.ts";

/** What a made-up library says about itself, but for what a test wants otherwise. */
export function aboutWith(more: Partial<LibraryAbout> = {}): LibraryAbout {
  return {
    title: [{ text: "Library", lang: "en" }],
    about: [],
    publisher: "Example Watch",
    locales: ["en"],
    address: null,
    onion: null,
    mirrors: [],
    ...more,
  };
}
