import * as z from 'zod/mini';

import { DAY, HOUR } from './clock.ts';

const ms = z.number().check(z.minimum(0));
const calls = z.int().check(z.minimum(0));

/** What Greenhouse's documents leave open (harvest-api §12 by number), each a switch. README.md says what each one does. */
export const quirksSchema = z.strictObject({
  /** #1 */
  retiredStatus: z.literal([404, 410, 401]),
  /** #3, #4 */
  forbiddenBody: z.enum(['errors', 'message', 'empty']),
  tooManyBody: z.enum(['errors', 'message', 'empty']),
  /** #5: calls per 30 s, and per 60 s on the token endpoint. */
  rateLimit: calls,
  tokenRateLimit: calls,
  /** #6: after decoding. */
  attachmentLimitBytes: z.int(),
  /** #7 */
  expiresInOnly: z.boolean(),
  expiresAtOnly: z.boolean(),
  /** #8 */
  refreshIdleMs: ms,
  /** #9 */
  oneTokenAtATime: z.boolean(),
  /** #10 */
  dateFilters: z.enum(['both', 'pipe', 'bracket']),
  /** #11 */
  customFieldsReplace: z.boolean(),
  /** #12 */
  autoMerge: z.boolean(),
  /** #13 */
  duplicateApplication: z.enum(['allow', '422']),
  /** #14 */
  bareCreateAnswer: z.boolean(),
  /** #15 */
  noteVisibilityAsWritten: z.boolean(),
  /** #16 */
  customFieldPriority: z.boolean(),
  /** §7.9 */
  privateFields: z.enum(['allow', '422']),
  optionsPerField: z.int().check(z.minimum(0)),
  /** #17 */
  deferredCreateAnswer: z.boolean(),
  /** #18 */
  unknownTags: z.enum(['create', '422']),
  /** #19: calls of Candidate Ingestion per 30 s; 0 is no limit. */
  ingestionDuplicate: z.enum(['new', 'same', '400']),
  partnerRateLimit: calls,
  /** #20 */
  cors: z.boolean(),
  pkceRequired: z.boolean(),
  /** #21 */
  bothDates: z.enum(['422', 'allow']),
  /** #22 */
  bodyReferences: z.enum(['checked', 'trusted']),
  noteOnNobody: z.enum(['allow', '422']),
  /** #23 */
  privateFilter: z.enum(['include', 'only']),
  /** #24 */
  nestedApplicationScope: z.boolean(),
  /** §2.1 */
  secretGraceMs: ms,
  serviceUserIsSiteAdmin: z.boolean(),
  serviceUserSeesPrivate: z.boolean(),
  nonAdminReads: z.enum(['403', 'empty']),
  introspectScopes: z.boolean(),
  introspectRole: z.boolean(),
  /** §4.1, §4.3 */
  jsonContentType: z.enum(['any', 'required']),
  /** At most an hour. */
  listLagMs: ms.check(z.maximum(HOUR)),
  /** §5 */
  bulkDelayMs: ms,
  /** §13 on §7.1 */
  privateStubs: z.boolean(),
  websitesWithoutScheme: z.boolean(),
  /** §13 on §7.3 */
  moveFrom: z.enum(['either', 'application-stage', 'interview-stage']),
  /** §ING */
  partnerReadsWithoutRights: z.enum(['403', 'empty']),
});

export type Quirks = z.infer<typeof quirksSchema>;

/** The reference's choices. */
export const DEFAULT_QUIRKS: Quirks = {
  retiredStatus: 404,
  forbiddenBody: 'errors',
  tooManyBody: 'errors',
  rateLimit: 75,
  tokenRateLimit: 75,
  attachmentLimitBytes: 100 * 1024 * 1024,
  expiresInOnly: false,
  expiresAtOnly: false,
  refreshIdleMs: DAY,
  oneTokenAtATime: false,
  dateFilters: 'both',
  customFieldsReplace: false,
  autoMerge: false,
  duplicateApplication: 'allow',
  bareCreateAnswer: false,
  noteVisibilityAsWritten: false,
  customFieldPriority: false,
  privateFields: 'allow',
  optionsPerField: 0,
  deferredCreateAnswer: false,
  unknownTags: 'create',
  ingestionDuplicate: 'new',
  partnerRateLimit: 0,
  cors: false,
  pkceRequired: false,
  bothDates: '422',
  bodyReferences: 'checked',
  noteOnNobody: 'allow',
  privateFilter: 'include',
  nestedApplicationScope: false,
  secretGraceMs: 7 * DAY,
  serviceUserIsSiteAdmin: true,
  serviceUserSeesPrivate: false,
  nonAdminReads: '403',
  introspectScopes: true,
  introspectRole: true,
  jsonContentType: 'any',
  listLagMs: 0,
  bulkDelayMs: 0,
  privateStubs: false,
  websitesWithoutScheme: false,
  moveFrom: 'either',
  partnerReadsWithoutRights: '403',
};

/** `name=value` of a command line, as the change that it means. */
export function quirkOf(assignment: string): Partial<Quirks> {
  const [name = '', value = ''] = assignment.split(/=(.*)/s);
  const literal = /^(true|false|\d+)$/.test(value) ? (JSON.parse(value) as unknown) : value;
  const words = [literal, value].map((given) => z.safeParse(z.partial(quirksSchema), { [name]: given }));
  const good = words.find(({ success }) => success);
  if (!good?.data) throw new Error(`There is no switch ${assignment}; see tests/sandbox/README.md.`);
  return good.data as Partial<Quirks>;
}
