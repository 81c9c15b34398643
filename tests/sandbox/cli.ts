import { parseArgs } from 'node:util';

import { quirkOf, type Quirks } from './quirks.ts';
import { startSandbox } from './server.ts';

const USAGE = `usage: npm run sandbox -- [--port P] [--plain] [--candidates N] [--jobs J] [--seed S] [--rate-limit 75] [--latency-ms 0]
       [--organisation-id 71004] [--organisation-name 'Birch Labs'] [--quirk name=value …]`;

// Whoever mistypes is told what is wrong, and not where in our code it was noticed.
try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      plain: { type: 'boolean', default: false },
      candidates: { type: 'string', default: '300' },
      jobs: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      'rate-limit': { type: 'string', default: '75' },
      'latency-ms': { type: 'string', default: '0' },
      'organisation-id': { type: 'string', default: '71004' },
      'organisation-name': { type: 'string', default: 'Birch Labs' },
      quirk: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const sandbox = await startSandbox({
    port: whole('port', values.port),
    plain: values.plain,
    candidates: whole('candidates', values.candidates),
    jobs: whole('jobs', values.jobs),
    seed: whole('seed', values.seed),
    rateLimit: whole('rate-limit', values['rate-limit']),
    latencyMs: whole('latency-ms', values['latency-ms']),
    organisation: { id: whole('organisation-id', values['organisation-id']), name: values['organisation-name'] },
    quirks: Object.assign({}, ...values.quirk.map(quirkOf)) as Partial<Quirks>,
  });
  process.stdout.write(
    `ready ${sandbox.url} client_id=${sandbox.clientId} client_secret=${sandbox.clientSecret} ` +
      `partner_key=${sandbox.partnerKey} user_id=${sandbox.user.id} user_email=${sandbox.user.email}\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}

function whole(name: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`--${name} wants a whole number, not "${value}".`);
  return Number(value);
}
