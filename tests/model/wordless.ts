/** The model knows the queue's sentences by their keys: there is no language here to say them in. */
import { vi } from 'vitest';

vi.mock('#lib/text.ts', () => ({ language: () => 'en', t: (key: string) => key, counted: (key: string) => key }));
vi.mock('#lib/panel/when.ts', () => ({ clockTime: String }));
