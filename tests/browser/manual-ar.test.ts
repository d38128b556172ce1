import { walkManual } from "./manual-walk.ts";

walkManual("ar");
