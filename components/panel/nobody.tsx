/** The page was looked at, and is about no single person: why, and the one action that helps; or several, who have a part of their own. */
import type { ComponentChildren } from 'preact';

import { adviceFor } from '#lib/panel/advice.ts';
import type { NobodyStatus, PageState } from '#lib/panel/page.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { siteName } from '#lib/panel/site-name.ts';
import { t, type TextKey } from '#lib/text.ts';

import { Alert } from './alert.tsx';
import { later } from '#components/later.tsx';
import { Told } from './told.tsx';

const Drift = later(async () => (await import('./drift.tsx')).Drift);
const Teach = later(async () => (await import('./teach.tsx')).Teach);
const People = later(async () => (await import('./people.tsx')).People);

interface SentenceProps {
  what: string;
  next: string;
  children?: ComponentChildren;
}

function Sentence({ what, next, children }: SentenceProps) {
  return (
    <section class="sentence">
      <h1>{what}</h1>
      <p>{next}</p>
      {children}
    </section>
  );
}

/** Every state of the panel has a heading to jump to, also those that show none. */
const Heading = () => <h1 class="sr">{t('panel_title')}</h1>;

const KEY: Record<NobodyStatus, string> = {
  'not-ready': 'panel_not_ready',
  'not-a-profile': 'panel_not_a_profile',
  blocked: 'panel_blocked',
  moved: 'panel_moved',
};

type Nobodys = Exclude<PageState, { is: 'person' | 'reading' | 'credentials' }>;

export function Nobody({ panel, state }: { panel: Panel; state: Nobodys }) {
  if (state.is === 'list') return <People panel={panel} />;
  if (state.is === 'no-tab') return <Sentence what={t('panel_no_tab_what')} next={t('panel_no_tab_next')} />;
  if (state.is === 'unsupported') return <Sentence what={t('panel_unsupported_what')} next={t('panel_unsupported_next')} />;
  if (state.is === 'no-access') return <NoAccess panel={panel} url={state.url} />;
  if (state.is === 'nobody') return <NoPerson panel={panel} status={state.status} />;
  if (state.error.code === 'page/not-allowed') {
    // Nothing failed, and there is no button that helps.
    const { what, why, next } = adviceFor(state.error);
    return <Sentence what={what} next={`${why} ${next}`} />;
  }
  return (
    <>
      <Heading />
      <Told panel={panel} error={state.error} always="reload-tab" />
    </>
  );
}

function NoPerson({ panel, status }: { panel: Panel; status: NobodyStatus }) {
  const what = t(`${KEY[status]}_what` as TextKey);
  const next = t(`${KEY[status]}_next` as TextKey);
  const again = (
    <button type="button" class="plain" onClick={() => panel.page.readAgain()}>
      {t('panel_read_again')}
    </button>
  );
  // Nothing went wrong, there is just nobody; the others are failures.
  if (status === 'not-a-profile') {
    return (
      <Sentence what={what} next={next}>
        {again}
        <Drift panel={panel} />
        <Teach panel={panel} />
      </Sentence>
    );
  }
  return (
    <>
      <Heading />
      <Alert what={what} next={next}>
        {again}
      </Alert>
      <Drift panel={panel} />
      {status === 'not-ready' && <Teach panel={panel} />}
    </>
  );
}

function NoAccess({ panel, url }: { panel: Panel; url: string | undefined }) {
  if (url === undefined) {
    return (
      <Sentence what={t('panel_no_access_what')} next={t('panel_no_access_unknown_next')}>
        <button type="button" class="plain" onClick={() => panel.openOptions()}>
          {t('panel_choose_sites')}
        </button>
      </Sentence>
    );
  }
  return (
    <Sentence what={t('panel_no_access_what')} next={t('panel_no_access_next')}>
      <button type="button" class="main" onClick={() => void panel.page.allowAccess()}>
        {t('panel_allow_site', siteName(url))}
      </button>
    </Sentence>
  );
}
