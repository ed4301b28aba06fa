import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';

interface Given {
  readonly root: RefObject<HTMLElement | null>;
  readonly index: number;
  /** As far as it can be told before it was shown. */
  readonly height: number;
  readonly children: () => ReactNode;
}

/** A part of something long that is in the page only while it is near the view. It keeps its height when it leaves. */
export function LazyPart({ root, index, height, children }: Given) {
  const element = useRef<HTMLDivElement>(null);
  const known = useRef(height);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const part = element.current;
    if (!part) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting && part.childElementCount > 0) known.current = part.offsetHeight;
        setNear(entry?.isIntersecting ?? false);
      },
      { root: root.current, rootMargin: '1200px 0px' },
    );
    observer.observe(part);
    return () => observer.disconnect();
  }, [root]);
  return (
    <div ref={element} data-part={index} style={isNear ? undefined : { height: known.current }}>
      {isNear ? children() : null}
    </div>
  );
}
