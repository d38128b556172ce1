import { resolutionPage } from "@tocsin/assess";
import { query } from "@tocsin/records";

/** What the resolution won, weakened and lost, with sources; needs no vault. */
export const resolution = query("resolution", {}, async () => resolutionPage());
