/** Something that is wanted often and need not be done so often: at once, and then once more for all that was wanted meanwhile. */
export function nowAndThen(
  work: () => Promise<void>,
  everyMs: number,
  { now, sleep }: { now: () => number; sleep: (ms: number) => Promise<void> },
): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let awaited = false;
  const go = (): void => {
    awaited = false;
    last = now();
    void work().catch(() => undefined);
  };
  return () => {
    if (awaited) return;
    const wait = last + everyMs - now();
    if (wait <= 0 || wait > everyMs) return go();
    awaited = true;
    void sleep(wait).then(go);
  };
}
