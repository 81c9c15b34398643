import { Tokens } from './auth/tokens.ts';
import { Clock } from './clock.ts';
import { Faults } from './faults.ts';
import type { Settings } from './options.ts';
import type { LogEntry } from './request-log.ts';
import { dice, word } from './random.ts';
import { found, type World } from './world.ts';

const LONGEST_LOG = 10_000;

/** The running sandbox: its world, and what stands around the world. */
export class Host {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly faults = new Faults();
  log: LogEntry[] = [];
  #received = 0;
  world: World;
  readonly #tokens: Tokens;

  constructor(settings: Settings) {
    this.settings = settings;
    this.clock = new Clock(settings.now);
    this.#tokens = new Tokens(this.clock, word(dice(settings.seed), 904, 32), settings.organisation);
    this.world = found(settings, this.clock, this.#tokens);
  }

  /** Writes a call down; of very many, the last. */
  note(entryOf: (id: number) => LogEntry): void {
    this.#received += 1;
    this.log.push(entryOf(this.#received));
    if (this.log.length > 2 * LONGEST_LOG) this.log.splice(0, LONGEST_LOG);
  }

  /** Back to the seed. The clock does not run backwards, and tokens stay good: a client need not know. */
  reset(): void {
    this.clock.reset();
    this.world = found(this.settings, this.clock, this.#tokens);
    this.faults.clear();
    this.log = [];
    this.#received = 0;
  }
}
