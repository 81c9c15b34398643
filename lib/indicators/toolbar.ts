/** What the toolbar icon says of the page beside it: a shape, a sign, and a sentence; never a colour alone. Pure. */
import type { ExportView } from '#lib/export/schema.ts';
import type { Verdict } from '#lib/identity/schema.ts';
import { t } from '#lib/text.ts';

import { knownWhy } from './words.ts';

/** What is known of a tab, from its address alone. */
export type Seen =
  /** We may not know the address, nobody is connected, or the address names nobody. */
  | { is: 'nothing' }
  /** A page that is never read: the browser's own, or one that the organisation leaves out. */
  | { is: 'unsupported' }
  | { is: 'person'; site: string; export?: ExportView | undefined; verdict?: Verdict | undefined };

export interface Toolbar {
  /** What the files of its pictures in `public/icon` begin with; `''` for the plain one. */
  icon: '' | 'unsupported' | 'exportable' | 'known' | 'possible' | 'waiting';
  /** One sign, of the person of this page; without one the tab shows the count of all exports (`count.ts`). */
  badge: string;
  title: string;
}

const PLAIN = (): Toolbar => ({ icon: '', badge: '', title: t('action_title') });

export function toolbarOf(seen: Seen): Toolbar {
  if (seen.is === 'nothing') return PLAIN();
  if (seen.is === 'unsupported') return { icon: 'unsupported', badge: '', title: t('toolbar_unsupported') };
  // What is being done comes before what is known: the recruiter began it, and may be needed.
  if (seen.export) return waiting(seen.export);
  const { verdict, site } = seen;
  if (verdict?.kind === 'known') return { icon: 'known', badge: '✓', title: t('toolbar_known', knownWhy(verdict, site)) };
  if (verdict?.kind === 'possible')
    return { icon: 'possible', badge: '?', title: t('toolbar_possible', knownWhy(verdict, site)) };
  return { icon: 'exportable', badge: '', title: t('toolbar_exportable') };
}

const waiting = ({ state }: ExportView): Toolbar =>
  state === 'needs-you'
    ? { icon: 'waiting', badge: '!', title: t('toolbar_needs_you') }
    : { icon: 'waiting', badge: '…', title: t('toolbar_waiting') };
