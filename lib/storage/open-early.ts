/**
 * Imported before anything else by the worker: whoever has woken it waits for the databases more than for anything, and opening the
 * first of them takes as long as the rest of its script takes to be evaluated. So both happen at once.
 */
import { database } from './database.ts';

// Whoever asks for it hears of a failure.
database().catch(() => undefined);
