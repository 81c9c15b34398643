/** Before each file of the model: it knows the queue's sentences by their keys, there is no language here to say them in. */
import { vi } from 'vitest';

// A tenth of the time would go into stacks that nobody reads; one schedule alone keeps them.
if (process.env['MODEL_SCHEDULE'] === undefined) Error.stackTraceLimit = 0;

vi.mock('#lib/text.ts', () => ({ language: () => 'en', t: (key: string) => key, counted: (key: string) => key }));
vi.mock('#lib/panel/when.ts', () => ({ clockTime: String }));
