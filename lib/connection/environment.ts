/** Production, or a sandbox to try things out in: Greenhouse does not tell, its organisations' names often do. */
import type { Connection } from '#lib/storage/schema.ts';

export type Environment = NonNullable<Connection['environment']>;

const SAYS_SANDBOX = /(?<!\p{L})(?:sand-?box|test|testing|demo|staging)(?!\p{L})/iu;

/** Nothing without a name: a partner key does not tell whose it is. */
export const guessEnvironment = (organisation: string | undefined): Environment | undefined =>
  organisation === undefined ? undefined : SAYS_SANDBOX.test(organisation) ? 'sandbox' : 'production';
