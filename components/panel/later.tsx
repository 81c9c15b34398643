/** A part of the panel that is rarely needed: loaded from the extension's own files when it is first drawn, so that the panel itself is there at once. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function later<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let loaded: FunctionComponent<P> | undefined;
  return function Later(props: P) {
    const [, drawAgain] = useState(false);
    useEffect(() => {
      if (loaded) return;
      void load().then((part) => {
        loaded = part;
        drawAgain(true);
      });
    }, []);
    const Part = loaded;
    return Part ? <Part {...props} /> : null;
  };
}
