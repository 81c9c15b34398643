/** Candidate Ingestion as reads and writes: Basic with the key, and who acts in a header of its own (reference, sections 2.3 and ING). */
import type * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { basic } from '../http/basic.ts';
import { beforeSending } from '../http/before-sending.ts';
import { refusedFields } from '../http/error-body.ts';
import { type Refused, unreadable } from '../http/failure.ts';
import type { Exchange } from '../http/exchange.ts';

export interface ApiOptions {
  exchange: Exchange;
  host: string;
  /** The partner key; asked for at every call, kept nowhere. */
  key: () => Promise<string>;
  actingEmail: string;
}

interface Written<S> {
  path: string;
  json: object;
  answer: S;
  /** As in `Asked`. */
  repeatable: boolean;
}

export interface Api {
  read<S extends z.ZodMiniType>(path: string, answer: S, signal?: AbortSignal): Promise<z.infer<S>>;
  write<S extends z.ZodMiniType>(written: Written<S>): Promise<z.infer<S>>;
}

/** A 401 is about the key or about the acting user, and only its words tell which. They are compared and never passed on. */
function refusedCaller({ status, body }: Refused): AppError | undefined {
  if (status !== 401) return undefined;
  const aboutUser = /on.behalf.of|\buser\b/i.test(refusedFields(body).join(' '));
  return new AppError(aboutUser ? 'greenhouse/acting-user' : 'greenhouse/unauthorized', { status });
}

export function api({ exchange, host, key, actingEmail }: ApiOptions): Api {
  const call = async <S extends z.ZodMiniType>(
    asked: { method: 'get' | 'post'; repeatable: boolean; json?: object; signal?: AbortSignal | undefined },
    path: string,
    answer: S,
  ): Promise<z.infer<S>> => {
    // Whatever cannot stand in a header is nobody's address in Greenhouse either.
    if (!/^[!-~]+$/.test(actingEmail)) throw new AppError('greenhouse/acting-user').as('no');
    const { body } = await exchange({
      ...asked,
      url: `${host}/v1/partner/${path}`,
      authorization: basic(await beforeSending(key), ''),
      onBehalfOf: actingEmail,
      explain: refusedCaller,
    });
    const parsed = answer.safeParse(body);
    if (!parsed.success) throw unreadable(asked);
    return parsed.data;
  };
  return {
    read: (path, answer, signal) => call({ method: 'get', repeatable: true, signal }, path, answer),
    write: ({ path, answer, ...asked }) => call({ method: 'post', ...asked }, path, answer),
  };
}
