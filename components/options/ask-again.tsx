/** A button for what cannot be taken back: asks once more in its own place, and the answer that changes nothing is at hand. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface AskAgainProps {
  /** On the button that asks. */
  opens: string;
  /** What the question is called. */
  about: string;
  sure: string;
  yes: string;
  no: string;
  busy?: boolean;
  act: () => Promise<void>;
}

export function AskAgain({ opens, about, sure, yes, no, busy = false, act }: AskAgainProps) {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  // With the question itself: a moment later it would take the keyboard from whoever has already chosen.
  useLayoutEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);

  const answer = (doIt: boolean) => {
    setAsking(false);
    opener.current?.focus();
    if (doIt) void act();
  };
  return (
    <>
      <button
        type="button"
        class="plain"
        ref={opener}
        aria-expanded={asking}
        aria-disabled={busy}
        onClick={() => setAsking(!asking)}
      >
        {opens}
      </button>
      {asking && (
        <fieldset class="notice warn" aria-label={about}>
          <p>{sure}</p>
          <div class="row">
            <button type="button" class="danger" onClick={() => answer(true)}>
              {yes}
            </button>
            <button type="button" class="plain" ref={keep} onClick={() => answer(false)}>
              {no}
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
}
