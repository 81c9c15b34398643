/** A bare `curl` against the sandbox as a stranger starts it: by its command line, plain and with TLS. */
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

type Ready = { url: string; client_id: string; client_secret: string; partner_key: string; user_id: string; user_email: string };

// Each call is a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const run = promisify(execFile);
const curl = async (...args: string[]) => (await run('curl', ['-sS', '--max-time', '20', ...args])).stdout;

async function start(...args: string[]): Promise<{ process: ChildProcess; ready: Ready }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}.`)));
  });
  const [, url = '', ...pairs] = line.split(' ');
  return { process: child, ready: { url, ...Object.fromEntries(pairs.map((pair) => pair.split('='))) } as Ready };
}

/** Machines without curl have nothing to hold here. */
const curls =
  spawnSync('curl', ['--version']).status === 0 ? [['plain', ['--plain'], []] as const, ['TLS', [], ['-k']] as const] : [];

if (curls.length === 0) it('there is no curl on this machine', () => expect(curls).toEqual([]));
else
  describe.each(curls)('curl, %s', (_, flags, trust) => {
    let sandbox: Awaited<ReturnType<typeof start>>;
    let auth: string[];
    beforeAll(async () => {
      sandbox = await start(...flags, '--quirk', 'duplicateApplication=422', '--organisation-name', 'Quayside');
      const { url, client_id, client_secret, user_id } = sandbox.ready;
      const text = await curl(
        ...trust, '-u', `${client_id}:${client_secret}`, '-d', 'grant_type=client_credentials', '-d', `sub=${user_id}`, `${url}/token`,
      ); // prettier-ignore
      auth = [...trust, '-H', `Authorization: Bearer ${(JSON.parse(text) as { access_token: string }).access_token}`];
    });
    afterAll(() => sandbox.process.kill());
    const at = (path: string) => sandbox.ready.url + path;
    const ownToken = async () => {
      const { client_id, client_secret } = sandbox.ready;
      const text = await curl(
        ...trust, '-X', 'POST', '-u', `${client_id}:${client_secret}`, at('/token?grant_type=client_credentials'),
      ); // prettier-ignore
      return [...trust, '-H', `Authorization: Bearer ${(JSON.parse(text) as { access_token: string }).access_token}`];
    };

    it('creates a person, with a body however it is sent', async () => {
      const body = JSON.stringify({ first_name: 'Nils', last_name: 'Fixture', application: { job_id: 9001 } });
      const ways = [
        [],
        ['-H', 'Content-Type: application/json'],
        ['-H', 'Transfer-Encoding: chunked'],
        ['-H', 'Expect: 100-continue'],
      ];
      for (const way of ways) {
        const answer = JSON.parse(await curl(...auth, ...way, '-d', body, at('/v3/candidates'))) as { candidate: { id: number } };
        const again = JSON.stringify({ candidate_id: answer.candidate.id, job_id: 9001 });
        const status = await curl(...auth, '-o', '/dev/null', '-w', '%{http_code}', '-d', again, at('/v3/applications'));
        expect(status).toBe('422');
      }
    });

    it('lists with dates in pipes and brackets, keeps its connection, reads headers alone', async () => {
      const own = await ownToken();
      expect(JSON.parse(await curl(...own, at('/v3/jobs?updated_at=gte|2999-01-01T00:00:00Z')))).toEqual([]);
      expect(JSON.parse(await curl(...own, '-g', at('/v3/jobs?updated_at[gte]=2999-01-01T00:00:00Z')))).toEqual([]);
      const twice = await curl(
        ...own, '-o', '/dev/null', '-o', '/dev/null', '-w', '%{num_connects},', at('/v3/sources'), at('/v3/offices'),
      ); // prettier-ignore
      expect(twice).toBe('1,0,');
      const headers = await curl(...own, '-I', at('/v3/jobs?per_page=1'));
      // The next page is here too, and not at Greenhouse.
      const next = /^link: <([^>]+cursor=[^>]+)>/im.exec(headers)?.[1] ?? '';
      expect(JSON.parse(await curl(...own, next))).toHaveLength(1);
      expect(headers).toMatch(/^x-ratelimit-limit: 75/im);
      expect(JSON.parse(await curl(...own, '--compressed', at('/v3/sources')))).toHaveLength(16);
    });

    it('asks who it is, on both APIs', async () => {
      const { client_id, client_secret, partner_key, user_email } = sandbox.ready;
      const [, ...header] = auth.slice(trust.length);
      const token = header.join(' ').split(' ').at(-1) ?? '';
      const told = await curl(...trust, '-u', `${client_id}:${client_secret}`, '-d', `token=${token}`, at('/introspect'));
      expect(told).toContain('"name":"Quayside"');
      const me = await curl(
        ...trust,
        '-u',
        `${partner_key}:`,
        '-H',
        `On-Behalf-Of: ${user_email}`,
        at('/v1/partner/current_user'),
      );
      expect(JSON.parse(me)).toMatchObject({ email: user_email });
    });
  });
