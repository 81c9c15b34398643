/** What stands in the panel while there is no person: a sentence, and one action. */
import type { ComponentChildren } from 'preact';

import { adviceFor } from '#lib/panel/advice.ts';
import type { NobodyStatus, PageState } from '#lib/panel/page.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { ANY_PAGE, siteFor } from '#lib/sites/list.ts';
import { counted, t, type TextKey } from '#lib/text.ts';

import { Alert } from './alert.tsx';

interface SentenceProps {
  what: string;
  next?: string;
  children?: ComponentChildren;
}

function Sentence({ what, next, children }: SentenceProps) {
  return (
    <section class="sentence">
      <h1>{what}</h1>
      {next && <p>{next}</p>}
      {children}
    </section>
  );
}

/** Every state of the panel has a heading to jump to, also those that show none. */
const Heading = () => <h1 class="sr">{t('panel_title')}</h1>;

/** Nothing went wrong, there is just nobody; the others are failures. */
const CALM: ReadonlySet<NobodyStatus> = new Set(['not-a-profile', 'list']);

const KEY: Record<Exclude<NobodyStatus, 'list'>, string> = {
  'not-ready': 'panel_not_ready',
  'not-a-profile': 'panel_not_a_profile',
  blocked: 'panel_blocked',
  moved: 'panel_moved',
};

export const siteName = (address: string): string => {
  const site = siteFor(address);
  return !site || site === ANY_PAGE ? (URL.parse(address)?.hostname ?? address) : site.label;
};

export function PageSentence({ panel }: { panel: Panel }) {
  const state = panel.page.state.value;
  const again = (
    <button type="button" class="plain" onClick={() => panel.page.readAgain()}>
      {t('panel_read_again')}
    </button>
  );
  if (state.is === 'person') return null;
  if (state.is === 'no-tab') return <Sentence what={t('panel_no_tab_what')} next={t('panel_no_tab_next')} />;
  if (state.is === 'unsupported') return <Sentence what={t('panel_unsupported_what')} next={t('panel_unsupported_next')} />;
  if (state.is === 'reading') return <Reading />;
  if (state.is === 'no-access') return <NoAccess panel={panel} url={state.url} />;
  if (state.is === 'nobody') return <Nobody state={state}>{again}</Nobody>;
  return (
    <>
      <Heading />
      <Alert {...adviceFor(state.error)}>
        <button type="button" class="plain" onClick={() => void panel.page.reload()}>
          {t('panel_do_reload')}
        </button>
      </Alert>
    </>
  );
}

function Nobody({ state, children }: { state: Extract<PageState, { is: 'nobody' }>; children: ComponentChildren }) {
  const { status, people } = state;
  if (status === 'list') {
    return (
      <Sentence what={t('panel_list_what')} next={counted('panel_list_next', people)}>
        {children}
      </Sentence>
    );
  }
  const what = t(`${KEY[status]}_what` as TextKey);
  const next = t(`${KEY[status]}_next` as TextKey);
  if (CALM.has(status)) {
    return (
      <Sentence what={what} next={next}>
        {children}
      </Sentence>
    );
  }
  return (
    <>
      <Heading />
      <Alert what={what} next={next}>
        {children}
      </Alert>
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

function Reading() {
  return (
    <section class="sentence quiet" aria-busy="true">
      <Heading />
      <p>{t('panel_reading')}</p>
      <div class="bone wide" />
      <div class="bone" />
      <div class="bone" />
    </section>
  );
}
