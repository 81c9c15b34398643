/** The panel from top to bottom: state, the person or why there is none, the exports that wait, and the button. */
import { useEffect, useState } from 'preact/hooks';

import { shortcutOf, takesLetters, type Shortcut } from '#lib/panel/keys.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { userOf } from '#lib/panel/user-of.ts';
import { t } from '#lib/text.ts';

import type { Unfolded } from './fold.tsx';
import { Footer } from './footer.tsx';
import { later } from '#components/later.tsx';
import { Lately } from './lately.tsx';
import { PageSentence } from './page-state.tsx';
import { Silent } from './silent.tsx';
import { StateLine } from './state-line.tsx';

/** Nobody is shown before it is there: whoever makes the panel loads it ahead, while the page is read. */
export const Somebody = later(async () => (await import('./somebody.tsx')).Somebody);
const Connect = later(async () => (await import('./connect.tsx')).Connect);
const Queue = later(async () => (await import('./queue.tsx')).Queue);
const Locked = later(async () => (await import('./locked.tsx')).Locked);

export function PanelView({ panel }: { panel: Panel }) {
  const draft = panel.page.state.value.is === 'person' ? panel.person.draft.value : undefined;
  const user = userOf(panel.connection.value);
  const [unfolded, setUnfolded] = useState<Unfolded>(false);
  useShortcuts(panel, setUnfolded);
  return (
    <>
      <StateLine panel={panel} />
      <main aria-busy={panel.page.busy.value ? 'true' : 'false'} aria-label={t('panel_title')}>
        {panel.connection.value !== undefined && !panel.connected.value && <Connect panel={panel} />}
        <Silent panel={panel} />
        <Locked panel={panel} />
        {draft ? (
          <Somebody panel={panel} draft={draft} unfolded={unfolded} onFold={setUnfolded} />
        ) : (
          <PageSentence panel={panel} />
        )}
        {panel.queue.value.length > 0 && <Queue panel={panel} />}
        {user && <Lately key={user} panel={panel} />}
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
