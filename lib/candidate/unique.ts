/** The first of those with one key; what is nothing is left out. */
export const unique = <T>(list: readonly (T | undefined)[], keyOf: (one: T) => string): T[] => {
  const found = new Map<string, T>();
  for (const one of list) if (one && !found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
};
