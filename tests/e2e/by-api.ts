/** What an administrator does in Greenhouse itself, or another tool by its API, while our browsers are open. */
import { request } from 'node:https';

import type { Sandbox } from '../sandbox/server.ts';

interface Sent {
  method: string;
  path: string;
  authorization: string;
  body?: unknown;
}

/** The sandbox's certificate is its own. */
function send(sandbox: Sandbox, { method, path, authorization, body }: Sent): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const sending = request(sandbox.url + path, { method, headers, rejectUnauthorized: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (text += piece));
      answer.on('end', () => {
        if ((answer.statusCode ?? 500) >= 300) reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
        else resolve(text === '' ? undefined : JSON.parse(text));
      });
    });
    sending.on('error', reject);
    sending.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** As this user, who must have the rights for it. */
export async function byApi<T>(sandbox: Sandbox, as: number, method: string, path: string, body?: unknown): Promise<T> {
  const basic = `Basic ${btoa(`${sandbox.clientId}:${sandbox.clientSecret}`)}`;
  const token = { method: 'POST', path: `/token?grant_type=client_credentials&sub=${as}`, authorization: basic };
  const { access_token } = (await send(sandbox, token)) as { access_token: string };
  return (await send(sandbox, { method, path: `/v3/${path}`, authorization: `Bearer ${access_token}`, body })) as T;
}
