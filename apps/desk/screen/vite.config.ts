// Builds the screen: files of its own only, no inline script or style, no source maps.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The component library carries its own words in 34 languages; we ship these. */
const shippedLanguages = ["en-US", "ar-AE", "fr-FR", "es-ES"];

/** Leaves out what the component library says in languages that Tocsin does not ship. */
function onlyShippedLanguages(): Plugin {
  return {
    name: "only-shipped-languages",
    enforce: "pre",
    load(id) {
      const language = /[\\/]react-(?:aria|stately)[^\0]*[\\/]intl[\\/].*?([a-z]{2}-[A-Z]{2})\.m?js$/.exec(
        id,
      )?.[1];
      return language === undefined || shippedLanguages.includes(language) ? null : "export default {};";
    },
  };
}

function inThisFolder(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

export default defineConfig({
  plugins: [onlyShippedLanguages(), react()],
  base: "./",
  build: {
    outDir: "../../../dist/desk",
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Beside the desk: pages that show nothing of it and load nothing of it (src/aside).
    rolldownOptions: { input: ["index.html", "calculator.html", "notes.html"].map(inThisFolder) },
  },
});
