/** The verdict in words: what it is, why, and where somebody who is known stands. */
import type { Capabilities } from '#lib/greenhouse/capabilities.ts';
import type { Verdict } from '#lib/identity/schema.ts';
import { counted, t, type TextKey } from '#lib/text.ts';

import { knownLine, nameOf } from './known-line.ts';
import { reasons } from './reason.ts';
import { isBare, type Standing, type VerdictState } from './standing.ts';

export interface Said {
  look: 'new' | 'in' | 'maybe' | 'wait';
  title: string;
  why: readonly string[];
  /** Where somebody who is known stands: what a recruiter wants to know before writing to them. */
  at?: string | undefined;
  rest?: readonly string[];
}

interface Around {
  can: Capabilities;
  now: number;
}

export function sayVerdict(state: VerdictState, standing: Standing, { can, now }: Around): Said | undefined {
  if (standing.is === 'known') return sayKnown(state, standing, now);
  if (state.is === 'checking') return { look: 'wait', title: t('panel_checking'), why: [t('panel_checking_why')] };
  if (state.is !== 'answered') return undefined;
  if (standing.is === 'possible') {
    const why = counted('panel_possible_why', standing.matches.length);
    return {
      look: 'maybe',
      title: t('panel_possible'),
      why: [why],
      at: pending(state, 'panel_who_looking', 'panel_who_unasked'),
    };
  }
  return { look: 'new', title: t('panel_new'), why: [whyNew(state.verdict, standing, can)] };
}

function sayKnown(state: VerdictState, { match }: Extract<Standing, { is: 'known' }>, now: number): Said {
  // Their name there comes first: a shared address is seen at once.
  const known = { look: 'in', title: t('panel_known'), why: [nameOf(match.person), ...reasons(match)].filter(Boolean) } as const;
  // Whoever was found by hand is known in full, whatever else has been answered.
  if (state.is === 'answered' && isBare(state) && state.verdict.matches.includes(match)) {
    return { ...known, rest: [pending(state, 'panel_where_looking', 'panel_where_unasked') ?? ''] };
  }
  const [at, ...rest] = knownLine(match.person, now);
  return { ...known, at, rest };
}

const pending = (state: VerdictState, asking: TextKey, refused: TextKey): string | undefined =>
  isBare(state) ? t(state.is === 'answered' && state.error ? refused : asking) : undefined;

function whyNew({ checked }: Verdict, standing: Standing, { findsPeople }: Capabilities): string {
  if (standing.is === 'new' && standing.notThem > 0) return t('panel_new_not_them');
  if (standing.is === 'new' && standing.createAnyway) return t('panel_new_anyway');
  if (!findsPeople) return t('panel_new_here');
  if (checked.includes('index')) return t('panel_new_index');
  const email = checked.includes('email');
  if (checked.includes('external-id')) return t(email ? 'panel_new_both' : 'panel_new_profile');
  return t(email ? 'panel_new_email' : 'panel_new_no_email');
}
