import { type Sandbox, type SandboxOptions, startSandbox } from './server.ts';

/** An answer as the tests look at it. */
export type Heard<T = unknown> = { status: number; body: T; headers: Headers };

/** Calls a sandbox over real HTTP, as a client of Greenhouse would. */
export type Caller = {
  sandbox: Sandbox;
  /** Anything, with any headers. */
  raw: <T = unknown>(
    method: string,
    path: string,
    init?: { body?: unknown; headers?: Record<string, string> },
  ) => Promise<Heard<T>>;
  /** As the integration's service user, or as a user. */
  harvest: <T = unknown>(method: string, path: string, body?: unknown, as?: number) => Promise<Heard<T>>;
  /** Candidate Ingestion, on behalf of an address. */
  partner: <T = unknown>(method: string, path: string, body?: unknown, as?: string) => Promise<Heard<T>>;
  basic: string;
};

/** Starts a plain sandbox with a wide allowance, unless a test wants it narrow. */
export async function callSandbox(options: SandboxOptions = {}): Promise<Caller> {
  const sandbox = await startSandbox({ plain: true, rateLimit: 100_000, tokenRateLimit: 100_000, ...options });
  const basic = `Basic ${btoa(`${sandbox.clientId}:${sandbox.clientSecret}`)}`;
  const raw: Caller['raw'] = async (method, path, init = {}) => {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: init.headers ?? {},
      ...(init.body === undefined ? {} : { body: typeof init.body === 'string' ? init.body : JSON.stringify(init.body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as never, headers: response.headers };
  };
  const token = async (as?: number): Promise<string> => {
    const sub = as === undefined ? '' : `&sub=${as}`;
    const answer = await raw<{ access_token: string }>('POST', `/token?grant_type=client_credentials${sub}`, {
      headers: { authorization: basic },
    });
    return answer.body.access_token;
  };
  return {
    sandbox,
    raw,
    basic,
    harvest: async (method, path, body, as) =>
      raw(method, `/v3/${path}`, {
        body,
        headers: { authorization: `Bearer ${await token(as)}`, 'content-type': 'application/json' },
      }),
    partner: (method, path, body, as = 'jonas.reed@birchlabs.example') =>
      raw(method, `/v1/partner/${path}`, {
        body,
        headers: {
          authorization: `Basic ${btoa(`${sandbox.partnerKey}:`)}`,
          'on-behalf-of': as,
          'content-type': 'application/json',
        },
      }),
  };
}
