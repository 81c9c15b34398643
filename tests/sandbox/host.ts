import { Clock } from './clock.ts';
import { Faults } from './faults.ts';
import type { Settings } from './options.ts';
import type { LogEntry } from './request-log.ts';
import { found, type World } from './world.ts';

/** The running sandbox: its world, and what stands around the world. */
export class Host {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly faults = new Faults();
  log: LogEntry[] = [];
  world: World;

  constructor(settings: Settings) {
    this.settings = settings;
    this.clock = new Clock(settings.now);
    this.world = found(settings, this.clock);
  }

  /** Back to the seed; the clock does not run backwards. */
  reset(): void {
    this.world = found(this.settings, this.clock);
    this.faults.clear();
    this.log = [];
  }
}
