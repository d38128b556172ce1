import { useEffect, useRef, useState } from "react";

/** How wide an element is, in rem; `before` until it is known. */
export function useWidth<Element extends HTMLElement = HTMLDivElement>(
  before: number,
): {
  readonly ref: React.RefObject<Element | null>;
  readonly width: number;
} {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(before);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setWidth(Math.floor((element.clientWidth / rem) * 4) / 4);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
