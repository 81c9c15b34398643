/** What the sandbox is told of each way to fail. */
import type { Fault } from '../sandbox/server.ts';
import type { Cell, FaultName } from './cells.ts';
import { HURRY } from './worker.ts';

type Way = Omit<Fault, 'match'>;

/** Later than any answer that a worker in a hurry waits for, and as late as need be when nobody waits any more. */
const LATE_MS = { alive: 26_000 / HURRY, dead: 2000 };

/** A read is tried three times before anybody hears of it. */
const triesOf = ({ call: { match } }: Cell): number => (match.method === 'GET' || match.path === '/token' ? 3 : 1);
const delayOf = ({ death }: Cell): number => (death === 'alive' ? LATE_MS.alive : LATE_MS.dead);

const FORBIDDEN = { do: 'status', status: 403, body: { errors: [{ message: 'You do not have permission' }] } } as const;

const WAYS: Record<FaultName, (cell: Cell) => Way> = {
  'drop-before': (cell) => ({ do: 'drop-before', times: triesOf(cell) }),
  'drop-after-commit': (cell) => ({ do: 'drop-after-commit', times: triesOf(cell) }),
  delay: (cell) => ({ do: 'delay', times: triesOf(cell), delayMs: delayOf(cell) }),
  'answer-late': (cell) => ({ do: 'answer-late', times: triesOf(cell), delayMs: delayOf(cell) }),
  '500': (cell) => ({ do: 'status', status: 500, times: triesOf(cell) }),
  '502-html': (cell) => ({ do: 'garbage', times: triesOf(cell) }),
  '429': () => ({ do: 'status', status: 429, body: { message: 'Too many' }, headers: { 'Retry-After': '2' } }),
  truncate: (cell) => ({ do: 'truncate', times: triesOf(cell) }),
  '401-once': () => ({ do: 'status', status: 401, body: { message: 'Unauthorized' } }),
  '403-once': () => FORBIDDEN,
  // Until somebody has been told of it.
  '403-always': () => ({ ...FORBIDDEN, times: 999 }),
};

export const faultOf = (cell: Cell): Way => WAYS[cell.fault](cell);
