import { type Dice, word } from '../random.ts';
import { ALL_SCOPES, INGESTION_SCOPES } from './scopes.ts';

/** A client of the auth host: the customer's own integration, or a partner's (harvest-api §2.1, §2.2). */
export type Client = {
  id: string;
  secret: string;
  /** Rotated secrets, and until when they still work. */
  retired: { secret: string; until: number }[];
  scopes: Set<string>;
  revoked: boolean;
  /** When the whole credential ends; null is never. */
  expiresAt: number | null;
  /** Partners have one redirect URI and ask for consent; the customer's own integration just asks for tokens. */
  redirectUri: string | null;
};

const client = (id: string, secret: string, scopes: string[], redirectUri: string | null): Client => ({
  id,
  secret,
  retired: [],
  scopes: new Set(scopes),
  revoked: false,
  expiresAt: null,
  redirectUri,
});

/** A client id ends in `-<digits>` (harvest-api §2.1). */
export function issueCredential(roll: Dice, organisationId: number): Client {
  return client(`${word(roll, 900, 20)}-${organisationId}`, word(roll, 901, 40), ALL_SCOPES, null);
}

/** Partners get theirs from Greenhouse's support (harvest-api §2.2). */
export function issuePartner(roll: Dice, organisationId: number): Client {
  const scopes = [...ALL_SCOPES, ...INGESTION_SCOPES];
  return client(`${word(roll, 910, 20)}-${organisationId}`, word(roll, 911, 40), scopes, 'https://gleaner.example/callback');
}

export function issuePartnerKey(roll: Dice): string {
  return `${word(roll, 902, 32)}-${(roll(0, 903) % 9) + 1}`;
}

/** Withdrawn and ended credentials are nobody's. */
export function isLive({ revoked, expiresAt }: Client, now: number): boolean {
  return !revoked && (expiresAt === null || expiresAt > now);
}

export function knowsSecret({ secret, retired }: Client, given: string, now: number): boolean {
  return given === secret || retired.some((old) => old.secret === given && old.until > now);
}

/** A new secret; the old one goes on working for a while (harvest-api §2.1). */
export function rotate(owner: Client, secret: string, oldWorksUntil: number): void {
  owner.retired.push({ secret: owner.secret, until: oldWorksUntil });
  owner.secret = secret;
}
