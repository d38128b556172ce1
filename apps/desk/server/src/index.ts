export { startDesk, type RunningDesk, type StartOptions } from "./start-desk.ts";
