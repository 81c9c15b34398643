import { ORGANIZATION } from './company/structure.ts';
import { DEFAULT_QUIRKS, type Quirks } from './quirks.ts';

export type SandboxOptions = {
  /** 0 takes any free port. */
  port?: number;
  /** HTTP instead of HTTPS. */
  plain?: boolean;
  candidates?: number;
  jobs?: number;
  /** Another seed, or another organisation, has other credentials too. */
  seed?: number;
  organisation?: { id: number; name: string };
  /** Short for the quirks of these names. */
  rateLimit?: number;
  tokenRateLimit?: number;
  latencyMs?: number;
  /** Where time comes from. */
  now?: () => number;
  quirks?: Partial<Quirks>;
};

export type Settings = Required<Omit<SandboxOptions, 'quirks' | 'rateLimit' | 'tokenRateLimit'>> & { quirks: Quirks };

export function settle({ quirks, rateLimit, tokenRateLimit, ...options }: SandboxOptions): Settings {
  return {
    port: 0,
    plain: false,
    candidates: 300,
    jobs: 40,
    seed: 1,
    organisation: ORGANIZATION,
    latencyMs: 0,
    now: () => new Date().getTime(),
    ...options,
    quirks: {
      ...DEFAULT_QUIRKS,
      ...(rateLimit === undefined ? {} : { rateLimit }),
      ...(tokenRateLimit === undefined ? {} : { tokenRateLimit }),
      ...quirks,
    },
  };
}
