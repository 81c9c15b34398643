import { expect, test, vi } from 'vitest';

import worker from '../../../entrypoints/background.ts?raw';

test('the database is being opened before anything else of the worker is evaluated', async () => {
  const open = vi.spyOn(indexedDB, 'open');
  await import('#lib/storage/open-early.ts');
  expect(open.mock.calls.map(([name]) => name)).toEqual(['gleaner']);
  expect(/^import .*$/m.exec(worker)?.[0]).toBe("import '#lib/storage/open-early.ts';");
});
