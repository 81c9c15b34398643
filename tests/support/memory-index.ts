/** A people index in memory, for whoever fills it. The real one is tested in a browser. */
import type { Entry, PeopleIndex } from '#lib/identity/index/people-index.ts';

export function memoryIndex() {
  const people = new Map<number, Entry>();
  const state = { progress: undefined as unknown, damaged: 0, puts: 0 };
  /** As it is written, JSON: what is undefined is not there. */
  const written = (progress: unknown): unknown => (progress === undefined ? undefined : JSON.parse(JSON.stringify(progress)));
  const index: PeopleIndex = {
    async put(entries, progress, whole) {
      state.puts += 1;
      if (whole) for (const id of people.keys()) if (id >= whole.from && id <= whole.to) people.delete(id);
      for (const entry of entries) {
        if (entry.keys.length + entry.names.length > 0) people.set(entry.candidateId, entry);
        else people.delete(entry.candidateId);
      }
      if (progress !== undefined) state.progress = written(progress);
    },
    lookup: async (asked) =>
      asked.map(({ keys }) => ({
        byKey: new Map(
          keys.map((key) => [key, [...people.values()].filter((one) => one.keys.includes(key)).map((one) => one.candidateId)]),
        ),
        byName: [],
        damaged: state.damaged > 0,
      })),
    progress: async () => state.progress,
    stats: async () => ({ candidates: people.size, damaged: state.damaged, bytes: 0 }),
    tidy: async () => false,
    refill: async (progress) => {
      state.progress = written(progress);
    },
    refilled: async (progress) => {
      state.damaged = 0;
      state.progress = written(progress);
    },
    clear: async (progress) => {
      people.clear();
      state.damaged = 0;
      state.progress = written(progress);
    },
  };
  return { index, people, state };
}
