/** The panel from top to bottom: state, verdict, person, job, kind, the fold, and the button. */
import { useEffect, useState } from 'preact/hooks';

import { shortcutOf, takesLetters, type Shortcut } from '#lib/panel/keys.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { Fold, type Unfolded } from './fold.tsx';
import { Footer } from './footer.tsx';
import { JobChoice } from './job.tsx';
import { Kind } from './kind.tsx';
import { later } from '#components/later.tsx';
import { OnceOnly } from './once-only.tsx';
import { PageSentence } from './page-state.tsx';
import { Career, Person } from './person.tsx';
import { StateLine } from './state-line.tsx';

/** Stands in the first frame that shows the person: whoever makes the panel loads it ahead. */
export const Verdict = later(async () => (await import('./verdict.tsx')).VerdictView);
const Connect = later(async () => (await import('./connect.tsx')).Connect);
const Drift = later(async () => (await import('./drift.tsx')).Drift);
const Queue = later(async () => (await import('./queue.tsx')).Queue);
const Locked = later(async () => (await import('./locked.tsx')).Locked);
const Told = later(async () => (await import('./told.tsx')).Told);

export function PanelView({ panel }: { panel: Panel }) {
  const draft = panel.page.state.value.is === 'person' ? panel.person.draft.value : undefined;
  const trouble = panel.trouble.value;
  const [unfolded, setUnfolded] = useState<Unfolded>(false);
  useShortcuts(panel, setUnfolded);
  useEffect(() => void Career.ahead(), []);
  const { person } = panel;
  const setKind = (kind: 'candidate' | 'prospect') => person.choose((before) => ({ ...before, kind }));
  return (
    <>
      <StateLine panel={panel} />
      <main aria-busy={panel.page.busy.value ? 'true' : 'false'} aria-label={t('panel_title')}>
        {panel.connection.value !== undefined && !panel.connected.value && <Connect panel={panel} />}
        <Locked panel={panel} />
        {draft ? (
          <>
            <Verdict panel={panel} />
            {trouble && <Told panel={panel} error={trouble} />}
            <Drift panel={panel} />
            <Person panel={panel} draft={draft} />
            <JobChoice panel={panel} draft={draft} />
            <Kind kind={draft.choice.kind} onChange={setKind} />
            <Fold panel={panel} draft={draft} unfolded={unfolded} onFold={setUnfolded} />
            <OnceOnly panel={panel} />
          </>
        ) : (
          <PageSentence panel={panel} />
        )}
        {panel.queue.value.length > 0 && <Queue panel={panel} />}
      </main>
      {draft && <Footer panel={panel} draft={draft} />}
    </>
  );
}

function useShortcuts(panel: Panel, fold: (unfolded: Unfolded) => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      const typing = takesLetters(event.target as HTMLElement | null);
      const shortcut = shortcutOf({ key, ctrlKey, metaKey, altKey, typing });
      if (!shortcut || !panel.person.draft.value) return;
      event.preventDefault();
      run(shortcut, panel, fold);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [panel, fold]);
}

function run(shortcut: Shortcut, panel: Panel, fold: (unfolded: Unfolded) => void): void {
  const row = panel.row.value;
  const there = document.getElementById(shortcut);
  switch (shortcut) {
    case 'job':
      // A click, not only the focus: the list opens with it.
      there?.focus();
      there?.click();
      return;
    case 'kind':
      panel.person.choose((before) => ({ ...before, kind: before.kind === 'candidate' ? 'prospect' : 'candidate' }));
      return;
    case 'note':
    case 'tags':
      if (there) there.focus();
      else fold(shortcut);
      return;
    case 'undo':
      if (row?.state === 'held') void panel.sending.undo(row.id);
      return;
    case 'send':
      void panel.send();
  }
}
