/** What Greenhouse's documents leave open (harvest-api §12), each a switch whose default is the reference's. */
export type Quirks = {
  /** #14: `POST /candidates` answers the bare candidate instead of `{candidate, application}`. */
  bareCreateAnswer: boolean;
  /** #7: the token answer carries only the one expiry field. */
  expiresInOnly: boolean;
  expiresAtOnly: boolean;
  /** §4.3: how long a write takes to appear in lists. */
  listLagMs: number;
  /** #13: a second application of the same person to the same job. */
  duplicateApplication: 'allow' | '422';
  /** #12: a new candidate with a known e-mail address vanishes into the older record. */
  autoMerge: boolean;
  /** #9: a new token ends the earlier ones of the same credential. */
  oneTokenAtATime: boolean;
  /** #17: creating a candidate answers `{message}` and no ids. */
  deferredCreateAnswer: boolean;
  /** §13 on §7.1: hidden private people are listed as `{message}` stubs instead of being left out. */
  privateStubs: boolean;
  /** §13 on §7.1: `website_addresses` are read without their scheme. */
  websitesWithoutScheme: boolean;
  /** #11: `custom_fields` of a PATCH replace the whole set. */
  customFieldsReplace: boolean;
  /** #18: what a tag name does that no tag has. */
  unknownTags: 'create' | '422';
  /** #6: the largest attachment, in bytes after decoding. */
  attachmentLimitBytes: number;
  /** §2.1: whether the integration service user may view private candidates. */
  serviceUserSeesPrivate: boolean;
  /** §2.1: whether the integration service user is a Site Admin, without which every list is refused. */
  serviceUserIsSiteAdmin: boolean;
  /** §5: how long a bulk job stays active. */
  bulkDelayMs: number;
};

export const DEFAULT_QUIRKS: Quirks = {
  bareCreateAnswer: false,
  expiresInOnly: false,
  expiresAtOnly: false,
  listLagMs: 0,
  duplicateApplication: 'allow',
  autoMerge: false,
  oneTokenAtATime: false,
  deferredCreateAnswer: false,
  privateStubs: false,
  websitesWithoutScheme: false,
  customFieldsReplace: false,
  unknownTags: 'create',
  attachmentLimitBytes: 100 * 1024 * 1024,
  serviceUserSeesPrivate: false,
  serviceUserIsSiteAdmin: true,
  bulkDelayMs: 0,
};

export type SandboxOptions = {
  /** 0 takes any free port. */
  port?: number;
  /** HTTP instead of HTTPS; links then point back to the host that was asked. */
  plain?: boolean;
  candidates?: number;
  jobs?: number;
  seed?: number;
  /** Calls per 30 s (harvest-api §5). */
  rateLimit?: number;
  /** Calls per 60 s on the token endpoint. */
  tokenRateLimit?: number;
  latencyMs?: number;
  /** Where time comes from. */
  now?: () => number;
  quirks?: Partial<Quirks>;
};

export type Settings = Required<Omit<SandboxOptions, 'quirks'>> & { quirks: Quirks };

export function settle(options: SandboxOptions): Settings {
  return {
    port: 0,
    plain: false,
    candidates: 300,
    jobs: 40,
    seed: 1,
    rateLimit: 75,
    tokenRateLimit: 75,
    latencyMs: 0,
    now: () => new Date().getTime(),
    ...options,
    quirks: { ...DEFAULT_QUIRKS, ...options.quirks },
  };
}
