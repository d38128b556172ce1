export { acceptView, type MakeView, type ViewUnderTest } from "./view.acceptance.ts";
export { histories, type History } from "./histories.ts";
export { plainAnalyse, sample, testRegistry } from "./test-registry.ts";
