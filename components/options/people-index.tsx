/** The index of everybody: what it is for, what is kept, how it stands, and whom it shall hold. */
import { useFocusKept } from '#components/focus-kept.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import type { PeopleIndexModel } from '#lib/options/people-index.ts';
import { failingAdvice, pressAdvice } from '#lib/options/people-index-advice.ts';
import { progressOf, stateText } from '#lib/options/people-index-words.ts';
import type { Policy } from '#lib/policy/policy.ts';
import { isLocked } from '#lib/policy/rules.ts';
import { counted, t } from '#lib/text.ts';

import { AskAgain } from './ask-again.tsx';
import { ManyPeople } from './many-people.tsx';
import { Problem } from './problem.tsx';
import { WhomToKnow } from './whom-to-know.tsx';

export interface PeopleIndexProps {
  model: PeopleIndexModel;
  policy: Policy | null;
  now: number;
}

export function PeopleIndex({ model, policy, now }: PeopleIndexProps) {
  const is = model.is.value;
  const status = model.status.value;
  const met = model.met.value;
  const locked = isLocked(policy, 'peopleIndex');
  useFocusKept('people-index');
  if (is === 'nobody') return null;
  return (
    <section class="people-index" aria-labelledby="people-index" aria-busy={model.busy.value}>
      <h2 id="people-index" tabIndex={-1}>
        {t('index')}
      </h2>
      <p class="soft">{t(is === 'cannot' ? 'index_partner' : 'index_what_for')}</p>
      {is === 'there' && status && (
        <>
          <Standing model={model} status={status} locked={locked} now={now} />
          <WhomToKnow model={model} status={status} locked={locked} />
          <Kept />
        </>
      )}
      {met && <Problem notice={{ advice: pressAdvice(met), tone: 'bad' }} />}
    </section>
  );
}

interface StandingProps {
  model: PeopleIndexModel;
  status: IndexStatus;
  /** Whom it holds is the organisation's choice. */
  locked: boolean;
  now: number;
}

function Standing({ model, status, locked, now }: StandingProps) {
  const { state, damaged, unreadable } = status;
  return (
    <>
      <div class={`status is-${state}`}>
        <output aria-label={t('index')}>{stateText(status, now)}</output>
        {state !== 'off' && state !== 'asks' && <Progress status={status} />}
      </div>
      {status.error && <Problem notice={{ advice: failingAdvice(status, now), tone: 'warn' }} />}
      {damaged > 0 && <p class="notice warn">{counted('index_damaged', damaged)}</p>}
      {unreadable !== undefined && <p class="notice note">{counted('index_unreadable', unreadable)}</p>}
      {state === 'asks' && <ManyPeople model={model} status={status} locked={locked} />}
      {state === 'filling' && <p class="soft">{t('index_shares')}</p>}
      <div class="row">
        {state === 'failing' && <Say model={model} what="resume" as="index_again" />}
        {(state === 'filling' || state === 'fresh' || state === 'failing') && <Say model={model} what="pause" />}
        {state === 'paused' && <Say model={model} what="resume" />}
        {(state === 'fresh' || state === 'paused' || state === 'failing') && (
          <AskAgain
            opens={t('index_rebuild')}
            about={t('index_rebuild_about')}
            sure={t('index_rebuild_sure')}
            yes={t('index_rebuild_yes')}
            no={t('index_rebuild_no')}
            busy={model.busy.value}
            act={() => model.say('rebuild')}
          />
        )}
      </div>
    </>
  );
}

/** Not in the live region: it moves every second, and nobody wants to be told that often. */
function Progress({ status }: { status: IndexStatus }) {
  const { value, max, text } = progressOf(status);
  return (
    <>
      {status.state === 'filling' || value !== undefined ? (
        <progress value={value} max={max} aria-label={t('index_progress_name')} aria-valuetext={text} />
      ) : null}
      <p>{text}</p>
    </>
  );
}

const NAMES = { pause: 'index_pause', resume: 'index_resume' } as const;

function Say({ model, what, as }: { model: PeopleIndexModel; what: keyof typeof NAMES; as?: 'index_again' }) {
  return (
    <button type="button" class="plain" aria-disabled={model.busy.value} onClick={() => void model.say(what)}>
      {t(as ?? NAMES[what])}
    </button>
  );
}

const Kept = () => (
  <details>
    <summary>{t('index_kept')}</summary>
    <ul>
      <li>{t('index_kept_what')}</li>
      <li>{t('index_kept_not')}</li>
      <li>{t('index_kept_readable')}</li>
      <li>{t('index_kept_blind')}</li>
      <li>{t('index_kept_until')}</li>
    </ul>
  </details>
);
