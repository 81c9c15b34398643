/** What stands in the panel while there is no person: that the page is being read, and else a sentence and one action. */
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';

const Credentials = later(async () => (await import('./credentials.tsx')).Credentials);
const Nobody = later(async () => (await import('./nobody.tsx')).Nobody);

export function PageSentence({ panel }: { panel: Panel }) {
  const state = panel.page.state.value;
  if (state.is === 'person') return null;
  if (state.is === 'credentials') return <Credentials panel={panel} />;
  if (state.is !== 'reading') return <Nobody panel={panel} state={state} />;
  return (
    <section class="sentence" aria-busy="true">
      <h1 class="sr">{t('panel_title')}</h1>
      <p>{t('panel_reading')}</p>
      <div class="bone wide" />
      <div class="bone" />
      <div class="bone" />
    </section>
  );
}
