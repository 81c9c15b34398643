/** Where a person stands: what was answered, with the recruiter's word on top. */
import type { AppError } from '#lib/errors.ts';
import type { Match, Verdict } from '#lib/identity/schema.ts';

export type VerdictState =
  | { is: 'unasked' }
  /** Greenhouse is being asked, and this machine knows nobody. */
  | { is: 'checking' }
  /** `verdict.local`: Greenhouse is still being asked; or, with `error`, could not be. */
  | { is: 'answered'; verdict: Verdict; error?: AppError | undefined }
  | { is: 'failed'; error: AppError };

export type Standing =
  | { is: 'undecided' }
  /** `notThem`: of how many the recruiter said, now or earlier, that they are somebody else. */
  | { is: 'new'; createAnyway: boolean; notThem: number }
  | { is: 'known'; match: Match }
  | { is: 'possible'; matches: Match[]; notThem: number };

/** What the recruiter said about the matches. */
export interface Said {
  /** It is this one, found by machine or by hand. */
  them?: Match | undefined;
  /** Candidates that are somebody else. */
  notThem: readonly number[];
  /** A record of its own, whoever is there. */
  createAnyway: boolean;
}

export const NOTHING_SAID: Said = { notThem: [], createAnyway: false };

const hasMatches = (verdict: Verdict | undefined): verdict is Verdict => verdict !== undefined && verdict.matches.length > 0;

/**
 * Whose answer stands: Greenhouse's own; until it is there, and where it cannot be asked, somebody whom this machine knows. That
 * this machine knows nobody is no answer.
 */
export function stateOf(local: Verdict | undefined, greenhouse: Verdict | AppError | undefined): VerdictState {
  if (greenhouse && 'kind' in greenhouse) return { is: 'answered', verdict: greenhouse };
  if (hasMatches(local)) return { is: 'answered', verdict: local, error: greenhouse };
  return greenhouse ? { is: 'failed', error: greenhouse } : { is: 'checking' };
}

/** The recruiter's word is the first of the reasons. */
const asSaid = ({ person, agrees }: Match): Match => ({
  person,
  agrees: [{ by: 'said', value: '' }, ...agrees.filter(({ by }) => by !== 'said')],
});

/** This machine has answered, and Greenhouse has not: of whoever was found no more than a number is known. */
export const isBare = (state: VerdictState): boolean => state.is === 'answered' && state.verdict.local === true;

export function standingOf(state: VerdictState, { them, notThem, createAnyway }: Said): Standing {
  if (createAnyway) return { is: 'new', createAnyway, notThem: 0 };
  const matches = state.is === 'answered' && (!them || !isBare(state)) ? state.verdict.matches : [];
  if (them)
    return { is: 'known', match: asSaid(matches.find(({ person }) => person.candidateId === them.person.candidateId) ?? them) };
  if (state.is !== 'answered') return { is: 'undecided' };
  const earlier = state.verdict.notThem?.length ?? 0;
  const left = matches.filter(({ person }) => !notThem.includes(person.candidateId));
  const [only] = left;
  // Said just now, in the face of all that was found: nothing need be looked up once more before the export.
  if (!only) return { is: 'new', createAnyway: matches.length > 0, notThem: matches.length + earlier };
  // One that is left of several is no proof: only the recruiter says that it is them.
  if (state.verdict.kind === 'known') return { is: 'known', match: only };
  return { is: 'possible', matches: left, notThem: matches.length - left.length + earlier };
}
