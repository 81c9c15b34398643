/** A site has changed: said once, quietly, with what still works; and a report of it, for who wants to help. */
import { useEffect, useState } from 'preact/hooks';

import css from '#assets/panel-drift.css?inline';
import { namesOf } from '#lib/anonymise/names-of.ts';
import { AppError } from '#lib/errors.ts';
import { sentencesOf, type DriftNotice, type DriftPorts, type DriftReport } from '#lib/panel/drift.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';
import { useStyles } from '#components/own-styles.ts';
import { Told } from './told.tsx';

const Report = later(async () => (await import('./drift-report.tsx')).Report);

export function Drift({ panel }: { panel: Panel }) {
  const [ports, setPorts] = useState<DriftPorts>();
  const [notice, setNotice] = useState<DriftNotice>();
  const tabId = panel.page.tabId();
  const about = panel.person.draft.value?.externalId;
  useEffect(() => void panel.drift().then((loaded) => setPorts(() => loaded)), [panel]);
  useEffect(() => {
    if (!ports || tabId === undefined) return undefined;
    let late = false;
    const look = () =>
      void ports.notice(tabId).then(
        (found) => late || setNotice(found),
        () => late || setNotice(undefined),
      );
    look();
    const stop = ports.watch(look);
    return () => {
      late = true;
      stop();
    };
  }, [ports, tabId, about]);
  return ports && notice && tabId !== undefined ? (
    <Notice
      key={`${notice.reader} ${notice.missing.join(' ')} ${tabId} ${about}`}
      panel={panel}
      ports={ports}
      notice={notice}
      tabId={tabId}
    />
  ) : null;
}

interface NoticeProps {
  panel: Panel;
  ports: DriftPorts;
  notice: DriftNotice;
  tabId: number;
}

function Notice({ panel, ports, notice, tabId }: NoticeProps) {
  useStyles(css);
  const [report, setReport] = useState<DriftReport>();
  const [failed, setFailed] = useState<AppError>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      const reading = panel.person.draft.value?.reading;
      setReport(await ports.report(tabId, reading ? namesOf(reading) : [], notice));
    } catch (thrown) {
      setFailed(AppError.from(thrown));
    }
    setBusy(false);
  };
  return (
    <section class="drift" aria-label={t('drift_label')}>
      <output>{sentencesOf(notice).join(' ')}</output>
      {failed && <Told panel={panel} error={failed} />}
      {report ? (
        <Report report={report} site={notice.reader} onClose={() => setReport(undefined)} />
      ) : (
        <div class="actions">
          <button type="button" class="plain" disabled={busy} onClick={() => void make()}>
            {t('drift_report')}
          </button>
          <button type="button" class="link" onClick={() => void ports.dismiss(notice)}>
            {t('drift_later')}
          </button>
        </div>
      )}
    </section>
  );
}
