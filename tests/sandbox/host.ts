import { Tokens } from './auth/tokens.ts';
import { Clock } from './clock.ts';
import type { Fault } from './faults.ts';
import { type Gate, HeldCall } from './gates.ts';
import { Awaiting, type Match } from './match.ts';
import type { Call } from './http/call.ts';
import type { Settings } from './options.ts';
import type { LogEntry } from './request-log.ts';
import { dice, word } from './random.ts';
import { found, type World } from './world.ts';

const LONGEST_LOG = 10_000;

interface Met {
  id: number;
  fault: Fault | undefined;
  gate: HeldCall | undefined;
  /** Of very many, the last are kept. A call that outlives a reset is none of the new world's. */
  note: (entry: LogEntry) => void;
}

function keep(log: LogEntry[], entry: LogEntry): void {
  log.push(entry);
  if (log.length > 2 * LONGEST_LOG) log.splice(0, LONGEST_LOG);
}

/** The running sandbox: its world, and what stands around the world. */
export class Host {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly #faults = new Awaiting<Fault>();
  readonly #gates = new Awaiting<HeldCall>();
  readonly #held = new Set<HeldCall>();
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

  fault(fault: Fault): void {
    this.#faults.add(fault, fault.match, fault.times);
  }

  gate(match: Match): Gate {
    const gate = new HeldCall();
    this.#gates.add(gate, match);
    return gate;
  }

  /** A call has come in: its number in the log, what is to become of it, and where its outcome is written down. */
  meet(call: Call): Met {
    this.#received += 1;
    const gate = this.#gates.take(call);
    if (gate) this.#held.add(gate);
    const { log } = this;
    return { id: this.#received, fault: this.#faults.take(call), gate, note: (entry) => keep(log, entry) };
  }

  /** Nothing waits for calls to come. */
  calm(): void {
    this.#faults.clear();
    this.#gates.clear();
  }

  /** Back to the seed. The clock does not run backwards, and tokens stay good: a client need not know. */
  reset(): void {
    this.clock.reset();
    this.world = found(this.settings, this.clock, this.#tokens);
    this.calm();
    for (const held of this.#held) held.drop();
    this.#held.clear();
    this.log = [];
    this.#received = 0;
  }
}
