/** Runs in a page of ours: what each store of the database, and extension storage, hold as values, in bytes. What the disk makes of it is its own. */
export async function stored(): Promise<Record<string, number>> {
  const weigh = (value: unknown): number => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).reduce((sum, [name, held]) => sum + name.length + weigh(held), 2);
    return String(value).length;
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('gleaner');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('no database')));
  });
  const sizes: Record<string, number> = {
    local: await chrome.storage.local.getBytesInUse(),
    session: await chrome.storage.session.getBytesInUse(),
  };
  for (const name of database.objectStoreNames) {
    const reading = database.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    sizes[name] = weigh(reading.result);
  }
  database.close();
  return sizes;
}

/** How many locks are held or waited for. */
export async function underWay(): Promise<number> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return held.length + pending.length;
}
