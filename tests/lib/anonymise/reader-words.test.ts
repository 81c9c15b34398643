import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { READER_WORDS_FILE, readerWordsModule } from '../../support/reader-words.ts';

test('what the readers look for today is written down: `npm run reader-words` does it', () => {
  expect(readFileSync(READER_WORDS_FILE, 'utf8')).toBe(readerWordsModule());
});
