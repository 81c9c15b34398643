/** The moment of a cell: its call has come. Then somebody is killed, and only after that the call goes on. */
import type { Gate } from '../sandbox/server.ts';
import type { Cell } from './cells.ts';
import type { Stand } from './stand.ts';

export interface Dying {
  met(): boolean;
  /** Does what the moment asks for, once, if it has come. Answers whether it did. */
  now(): Promise<boolean>;
  /** Whatever has come is let on, and has arrived or never will. */
  end(): Promise<void>;
}

/** Killed when the call has come, or when it is done and nobody has been told: as the fault leaves it. */
const diesCommitted = ({ fault }: Cell): boolean => ['drop-after-commit', 'answer-late', 'truncate'].includes(fault);

export function dyingOf(stand: Stand, cell: Cell, gate: Gate): Dying {
  let [met, over] = [false, cell.death === 'alive'];
  void gate.arrived.then(() => {
    met = true;
    if (cell.death === 'alive') gate.answer();
  });
  return {
    met: () => met,
    async now() {
      if (!met || over) return false;
      over = true;
      if (diesCommitted(cell)) gate.commit();
      await (diesCommitted(cell) ? gate.committed : gate.arrived);
      await stand.die(cell.death);
      gate.answer();
      return true;
    },
    async end() {
      over = true;
      if (!met) return;
      gate.answer();
      await gate.committed;
    },
  };
}
