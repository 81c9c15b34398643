/** A people index in memory, for whoever fills it or asks it. The real one is tested in a browser. */
import type { Entry, Found, PeopleIndex } from '#lib/identity/index/people-index.ts';
import type { PersonKeys } from '#lib/identity/keys.ts';

export function memoryIndex() {
  const people = new Map<number, Entry>();
  const state = { progress: undefined as unknown, damaged: 0, puts: 0 };
  /** As it is written, JSON: what is undefined is not there. */
  const written = (progress: unknown): unknown => (progress === undefined ? undefined : JSON.parse(JSON.stringify(progress)));
  function found({ keys, names, turned = [] }: PersonKeys): Found {
    const all = [...people.values()];
    const byKey = keys.map((key) => [key, all.filter((one) => one.keys.includes(key)).map((one) => one.candidateId)] as const);
    const byName = all.flatMap(({ candidateId, names: own }) => {
      const alike = names.filter(({ name }) => own.some((one) => one.name === name));
      const sameCompany = alike.some((name) => name.company !== '' && own.some((one) => one.company === name.company));
      return alike.length > 0 ? [{ candidateId, sameCompany }] : [];
    });
    for (const { candidateId, names: own } of all) {
      const isTurned = turned.some(({ name, company }) => own.some((one) => one.name === name && one.company === company));
      if (isTurned && !byName.some((one) => one.candidateId === candidateId)) byName.push({ candidateId, sameCompany: true });
    }
    return { byKey: new Map(byKey.filter(([, ids]) => ids.length > 0)), byName, damaged: state.damaged > 0 };
  }
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
    lookup: async (asked) => asked.map(found),
    progress: async () => state.progress,
    stats: async () => ({ candidates: people.size, damaged: state.damaged, bytes: 0, progress: state.progress }),
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
