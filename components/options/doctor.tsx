import { tasksFor } from '#lib/options/checklist.ts';
import { findingsOf, verdictOf } from '#lib/options/doctor.ts';
import { factsOf } from '#lib/options/facts.ts';
import type { OptionsModel } from '#lib/options/model.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { t } from '#lib/text.ts';

import { Checklist } from './checklist.tsx';
import { Facts } from './facts.tsx';
import { Rights } from './rights.tsx';

const MARK = { bad: '✕', warn: '!', note: 'i', well: '✓' } as const;

/** The check-up of a credential: how it is, what to do about it, and all that is known of it. */
export function Doctor({ kept, model }: { kept: Connection; model: OptionsModel }) {
  const { connect } = model;
  const now = model.now();
  const index = model.peopleIndex.status.value;
  const findings = findingsOf(kept, now, index);
  const verdict = verdictOf(findings);
  const tasks = tasksFor(kept, now);
  return (
    <section class="doctor" aria-labelledby="doctor" aria-busy={connect.busy.value}>
      <h2 id="doctor">{t('doctor_title')}</h2>
      <div class={`verdict ${verdict.tone}`}>
        <p>
          <span class="mark" aria-hidden="true">
            {MARK[verdict.tone]}
          </span>
          <strong>{verdict.what}</strong>
        </p>
        {/* Not disabled while it works: a disabled button loses the keyboard's place. */}
        <button type="button" class="plain" aria-disabled={connect.busy.value} onClick={() => void connect.testAgain()}>
          {t('doctor_test')}
        </button>
      </div>
      {findings.length > 0 && (
        <ul class="findings">
          {findings.map(({ tone, what }) => (
            <li key={what} class={tone}>
              <span class="mark" aria-hidden="true">
                {MARK[tone]}
              </span>
              {what}
            </li>
          ))}
        </ul>
      )}
      {tasks.length > 0 && (
        <div class="for-print">
          <h3>{t('doctor_list')}</h3>
          <Checklist tasks={tasks} model={model} />
        </div>
      )}
      <Facts facts={factsOf(kept, now, index)} />
      {kept.rights.length > 0 && kept.error?.code !== 'greenhouse/unauthorized' && <Rights kept={kept} />}
    </section>
  );
}
