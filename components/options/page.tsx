import { later } from '#components/later.tsx';
import type { OptionsModel } from '#lib/options/model.ts';
import { noticeOf } from '#lib/options/notice.ts';
import { isLocked } from '#lib/policy/rules.ts';
import { counted, t } from '#lib/text.ts';

import { ConnectionForm } from './connection-form.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import { Environment } from './environment.tsx';
import { Managed, SetByOrganisation } from './managed.tsx';
import { Problem } from './problem.tsx';
import { Sites } from './sites.tsx';
import { Switching } from './switching.tsx';
import { UndoWindow } from './undo-window.tsx';

const Along = later(async () => (await import('./along.tsx')).Along);
const Doctor = later(async () => (await import('./doctor.tsx')).Doctor);
const ExternalIds = later(async () => (await import('./external-ids.tsx')).ExternalIds);
const PeopleIndex = later(async () => (await import('./people-index.tsx')).PeopleIndex);
const Protection = later(async () => (await import('./protection.tsx')).Protection);
const Taught = later(async () => (await import('./taught.tsx')).Taught);
const Steps = later(async () => (await import('./steps.tsx')).Steps);

export function OptionsPage({ model }: { model: OptionsModel }) {
  const { connect } = model;
  const kept = connect.stored.value;
  const notice = noticeOf(connect.problem.value, kept);
  return (
    <main>
      <header>
        <img src="/icon/48.png" alt="" width={32} height={32} />
        <div>
          <h1>{t('options_title')}</h1>
          <p class="soft">{t('options_intro')}</p>
        </div>
      </header>

      {model.policy.value && <Managed policy={model.policy.value} />}

      <section aria-labelledby="connection">
        <h2 id="connection" tabIndex={-1}>
          {t('options_connection')}
        </h2>
        <ConnectionStatus model={connect} />
        <Environment model={connect} />
        {notice && <Problem notice={notice} />}
        <Switching model={connect} />
        <ConnectionForm model={connect} policy={model.policy.value} />
        <Steps open={connect.asksForNewCredential.value} model={model} />
      </section>

      {kept?.testedAt !== undefined && <Doctor kept={kept} model={model} />}

      <PeopleIndex model={model.peopleIndex} policy={model.policy.value} now={model.now()} />

      <ExternalIds ports={model.ports} change={model.changeSettings} />

      <section aria-labelledby="sending">
        <h2 id="sending">{t('options_sending')}</h2>
        {isLocked(model.policy.value, 'undoSeconds') ? (
          <SetByOrganisation
            id="undo"
            label={t('options_undo')}
            value={counted('options_managed_seconds', model.undo.seconds.value ?? 0)}
          />
        ) : (
          <UndoWindow model={model.undo} />
        )}
        {/* A partner key can add neither. */}
        {kept?.kind !== 'partner' && <Along ports={model.ports} change={model.changeSettings} />}
      </section>

      <Sites model={model.sites} />

      <Taught ports={model.ports} />

      <Protection ports={model.ports} />
    </main>
  );
}
