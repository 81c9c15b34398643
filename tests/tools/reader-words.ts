/** `npm run reader-words`: writes down what the readers look for in markup, so that the anonymiser leaves it where it stands. */
import { writeFileSync } from 'node:fs';

import { READER_WORDS_FILE, readerWordsModule } from '../support/reader-words.ts';

writeFileSync(READER_WORDS_FILE, readerWordsModule());
