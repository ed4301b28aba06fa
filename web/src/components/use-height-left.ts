import { type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels from an element's upper edge to the window's lower one, less what stands below; kept as the window changes. */
export function useHeightLeft(element: RefObject<HTMLElement | null>, below: number, least = 240): number {
  const [height, setHeight] = useState(400);
  useLayoutEffect(() => {
    const measure = () => {
      const top = (element.current?.getBoundingClientRect().top ?? 0) + scrollY;
      setHeight(Math.max(least, innerHeight - top - below));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
    };
  }, [element, below, least]);
  return height;
}
