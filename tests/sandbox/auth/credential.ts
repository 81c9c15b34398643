import { type Dice, word } from '../random.ts';
import { ORGANIZATION } from '../company/structure.ts';
import { ALL_SCOPES } from './scopes.ts';

/** The one API credential of the organisation: a Harvest v3 (OAuth) client, and a partner's key (harvest-api §2). */
export type Credential = {
  clientId: string;
  clientSecret: string;
  partnerKey: string;
  scopes: Set<string>;
  revoked: boolean;
};

/** A client id ends in `-<digits>` (harvest-api §2.1). */
export function issueCredential(roll: Dice): Credential {
  return {
    clientId: `${word(roll, 900, 20)}-${ORGANIZATION.id}`,
    clientSecret: word(roll, 901, 40),
    partnerKey: `${word(roll, 902, 32)}-${(roll(0, 903) % 9) + 1}`,
    scopes: new Set(ALL_SCOPES),
    revoked: false,
  };
}
