import type { Session } from "../api/contract/session.ts";
import { navigate } from "../router.ts";

/** Home; or to the vault itself for whoever has recovered it, since it needs a copy before anything else. */
export function goToOpened({ vault }: Session): void {
  if (vault?.isRecovered === true) navigate("vault");
  else navigate();
}
