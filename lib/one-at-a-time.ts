/** Many events, little work: while work for something is under way, whatever else asks for it means one more time afterwards. */
export function oneAtATime<K>(work: (about: K) => Promise<unknown>): (about: K) => Promise<void> {
  const running = new Map<K, { again: boolean; ended: Promise<void> }>();

  async function run(about: K, state: { again: boolean }): Promise<void> {
    try {
      do {
        state.again = false;
        await work(about).catch(() => undefined);
      } while (state.again);
    } finally {
      running.delete(about);
    }
  }

  /** Never rejects: what failed is tried at the next event. */
  return (about) => {
    const under = running.get(about);
    if (under) {
      under.again = true;
      return under.ended;
    }
    const state = { again: false, ended: Promise.resolve() };
    running.set(about, state);
    state.ended = run(about, state);
    return state.ended;
  };
}
