export { isLockMinutes, usualMinutes } from "./lock-watch.ts";
export { startDesk, type RunningDesk, type StartOptions } from "./start-desk.ts";
