/** A part that is not needed to paint the panel: loaded from the extension's own files when it is first drawn, or shortly before. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Later<P> = FunctionComponent<P> & {
  /** Loads it ahead, so that it is drawn at once when it is wanted. */
  ahead(): Promise<void>;
};

export function later<P extends object>(load: () => Promise<FunctionComponent<P>>): Later<P> {
  let loaded: FunctionComponent<P> | undefined;
  const get = async () => {
    loaded ??= await load();
  };
  function Later(props: P) {
    const [, drawAgain] = useState(false);
    useEffect(() => {
      if (!loaded) void get().then(() => drawAgain(true));
    }, []);
    const Part = loaded;
    return Part ? <Part {...props} /> : null;
  }
  return Object.assign(Later, { ahead: get });
}
