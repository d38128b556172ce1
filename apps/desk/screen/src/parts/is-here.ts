import { useEffect, useRef } from "react";

/** Whether the part is still on the screen, for work that ends later: whoever has gone on is left where they are. */
export function useIsHere(): { readonly current: boolean } {
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}
