/** Beside Greenhouse's own page for credentials: what to tick there, and one button that takes over what it shows. */
import { useEffect, useState } from 'preact/hooks';

import css from '#assets/panel-credentials.css?inline';
import { Checklist } from '#components/options/checklist.tsx';
import { ConnectionStatus } from '#components/options/connection-status.tsx';
import { Problem } from '#components/options/problem.tsx';
import { Switching } from '#components/options/switching.tsx';
import { useStyles } from '#components/own-styles.ts';
import { tasksFor, tasksToConnect } from '#lib/options/checklist.ts';
import { noticeOf } from '#lib/options/notice.ts';
import { takeOverModel, type TakeOverModel } from '#lib/panel/take-over.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { Told } from './told.tsx';

export function Credentials({ panel }: { panel: Panel }) {
  const [model, setModel] = useState<TakeOverModel>();
  useStyles(css);
  useEffect(() => {
    let stop = (): void => {};
    let gone = false;
    void panel.connecting().then(async (ports) => {
      const made = takeOverModel(ports, () => panel.page.shownCredential());
      stop = await made.connect.start();
      if (gone) stop();
      else setModel(made);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [panel]);
  return model ? <TakeOver panel={panel} model={model} /> : null;
}

const MISSING = {
  both: 'panel_take_none',
  clientId: 'panel_take_no_id',
  secret: 'panel_take_no_secret',
} as const;

function TakeOver({ panel, model }: { panel: Panel; model: TakeOverModel }) {
  const { connect } = model;
  const kept = connect.stored.value;
  const notice = noticeOf(connect.problem.value, kept);
  const missing = model.missing.value;
  const failed = model.failed.value;
  const tasks = kept ? tasksFor(kept, panel.now()) : tasksToConnect();
  return (
    <section class="sentence credentials">
      <h1 id="connection" tabIndex={-1}>
        {t('panel_credentials_what')}
      </h1>
      <ConnectionStatus model={connect} />
      {notice && <Problem notice={notice} />}
      <Switching model={connect} />
      <div class="take">
        <p>{t('panel_take_why')}</p>
        <label>
          {t('options_email')}
          <input
            type="email"
            autocomplete="off"
            spellcheck={false}
            value={connect.actingEmail.value}
            onInput={(event) => connect.type('actingEmail', event.currentTarget.value)}
          />
        </label>
        <button type="button" class="main" aria-disabled={connect.busy.value} onClick={() => void model.take()}>
          {t('panel_take')}
        </button>
        <output aria-label={t('panel_take')}>{missing && t(MISSING[missing])}</output>
        {failed && <Told panel={panel} error={failed} />}
      </div>
      {tasks.length > 0 && (
        <>
          <h2>{t('doctor_list')}</h2>
          <Checklist tasks={tasks} model={model.ticks} />
        </>
      )}
    </section>
  );
}
