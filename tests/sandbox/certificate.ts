import { generate } from 'selfsigned';

/** The hosts of Greenhouse and the machine itself, so that one certificate serves whichever name is mapped here. */
const NAMES = ['localhost', 'auth.greenhouse.io', 'harvest.greenhouse.io', 'api.greenhouse.io'];

/** A certificate that nobody trusts: tests and the demo tell their browser to accept it. */
export async function certificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...NAMES.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
