import { acceptView } from "./acceptance/view.acceptance.ts";
import { createMemoryView } from "./memory-view.fake.ts";

acceptView("in memory", async (registry, analyse) => {
  const { view, apply } = createMemoryView(registry, analyse);
  return { view, apply: async (operations) => apply(operations), close: async () => undefined };
});
