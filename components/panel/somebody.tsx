/** Everything about the person on show: the verdict first, then who they are, and where they are to go. */
import { useEffect } from 'preact/hooks';

import type { Draft } from '#lib/panel/draft.ts';
import type { Panel } from '#lib/panel/panel.ts';

import { later } from '#components/later.tsx';
import { Fold, type Unfolded } from './fold.tsx';
import { JobChoice } from './job.tsx';
import { Kind } from './kind.tsx';
import { OnceOnly } from './once-only.tsx';
import { Career, Person } from './person.tsx';
import { VerdictView } from './verdict.tsx';

const Drift = later(async () => (await import('./drift.tsx')).Drift);
const Told = later(async () => (await import('./told.tsx')).Told);

interface SomebodyProps {
  panel: Panel;
  draft: Draft;
  unfolded: Unfolded;
  onFold: (unfolded: Unfolded) => void;
}

export function Somebody({ panel, draft, unfolded, onFold }: SomebodyProps) {
  const trouble = panel.trouble.value;
  useEffect(() => void Career.ahead(), []);
  const setKind = (kind: 'candidate' | 'prospect') => panel.person.choose((before) => ({ ...before, kind }));
  return (
    <>
      <VerdictView panel={panel} />
      {trouble && <Told panel={panel} error={trouble} draft />}
      <Drift panel={panel} />
      <Person panel={panel} draft={draft} />
      <JobChoice panel={panel} draft={draft} />
      <Kind kind={draft.choice.kind} onChange={setKind} />
      <Fold panel={panel} draft={draft} unfolded={unfolded} onFold={onFold} />
      <OnceOnly panel={panel} />
    </>
  );
}
