/**
 * How long a colleague who exports the same person is not seen: from the look for their external id, as Greenhouse answers it, until
 * the create is there. Both travel; what a list is late comes on top. In virtual time, so the same on every machine.
 */
import type { LogEntry, Sandbox } from '../../sandbox/server.ts';
import { handleIn } from '../../soak/people.ts';
import { soak } from '../../soak/soak.ts';
import type { Row } from '../row.ts';
import { median } from '../spread.ts';

const PEOPLE = 200;
const SEED = 1;
/** Exports lie minutes apart; what one asks comes within this. */
const ONE_EXPORT_MS = 10_000;
/** The look by address, and now and then a token. */
const MOST_CALLS = 3;

interface Gap {
  seconds: number;
  /** Between the look and the create. */
  calls: number;
}

const at = ({ time }: LogEntry): number => Date.parse(time);
const isLook = ({ path, query }: LogEntry): boolean => path === '/v3/candidates' && 'custom_field_option_id' in query;

/** Of everybody the first create: whoever presses on for a second record of somebody was shown the first, and all of it is read once more. */
function firstCreates(requests: readonly LogEntry[]): LogEntry[] {
  const creates = requests.filter(({ method, path, status }) => method === 'POST' && path === '/v3/candidates' && status === 201);
  return [...Map.groupBy(creates, ({ body }) => handleIn(JSON.stringify(body)))].flatMap(([, [first]]) => first ?? []);
}

function gapsIn(requests: readonly LogEntry[]): Gap[] {
  return firstCreates(requests).flatMap((create) => {
    const before = requests.filter(
      (call) => call.host === create.host && call.id < create.id && at(call) > at(create) - ONE_EXPORT_MS,
    );
    const look = before.findLast(isLook);
    if (!look) return [];
    const seconds = (at(create) - at(look)) / 1000;
    return [{ seconds, calls: before.filter((call) => call.id > look.id).length }];
  });
}

export async function windowOfColleagues(): Promise<Row[]> {
  let gaps: Gap[] = [];
  const ended = (sandbox: Sandbox): void => void (gaps = gapsIn(sandbox.requests()));
  await soak({ seed: SEED, epochs: [0], people: PEOPLE, trouble: { fault: 0, death: 0 }, ended });
  const seconds = gaps.map((gap) => gap.seconds);
  const longest = Math.max(...seconds);
  return [
    {
      what: 'export: window in which a colleague is not seen, before lists are late',
      value: longest,
      unit: 's',
      note: `the longest of ${gaps.length}, ${median(seconds).toFixed(2)} s the median; calls take 80 to 320 ms there and back`,
    },
    {
      what: 'export: calls in that window, between the look and the create',
      value: Math.max(...gaps.map(({ calls }) => calls)),
      unit: 'calls',
      atMost: MOST_CALLS,
      note: 'the look by address, and now and then a token',
    },
  ];
}
