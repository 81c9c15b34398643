/** What support needs to know of one export: shown before it is copied or saved. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { AppError } from '#lib/errors.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { Told } from './told.tsx';

interface ReportProps {
  panel: Panel;
  id: string;
  onClose: () => void;
}

export function Report({ panel, id, onClose }: ReportProps) {
  const [report, setReport] = useState<string>();
  const [failed, setFailed] = useState<AppError>();
  const ask = useCallback(() => {
    setFailed(undefined);
    panel.sending.report(id).then(setReport, (thrown: unknown) => setFailed(AppError.from(thrown)));
  }, [panel, id]);
  useEffect(ask, [ask]);
  if (failed) return <Told panel={panel} error={failed} onRetry={ask} />;
  return report === undefined ? null : <Shown panel={panel} id={id} report={report} onClose={onClose} />;
}

function Shown({ panel, id, report, onClose }: ReportProps & { report: string }) {
  const [said, setSaid] = useState('');
  const url = useMemo(() => URL.createObjectURL(new Blob([report], { type: 'application/json' })), [report]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // From its beginning: whoever is focused is scrolled to where the text ends.
    box.current?.setSelectionRange(0, 0);
    box.current?.focus();
    box.current?.scrollTo(0, 0);
  }, []);
  const copy = () =>
    panel.copy(report).then(
      () => setSaid(t('panel_report_copied')),
      () => setSaid(t('panel_report_not_copied')),
    );
  return (
    <div class="report">
      <small>{t('panel_report_what')}</small>
      <textarea ref={box} readOnly rows={8} aria-label={t('panel_report_file')} spellcheck={false} value={report} />
      <div class="actions">
        <button type="button" class="plain small" onClick={() => void copy()}>
          {t('panel_report_copy')}
        </button>
        <a class="button" href={url} download={`gleaner-export-${id.slice(0, 8)}.json`}>
          {t('drift_save')}
        </a>
        <button type="button" class="link" onClick={onClose}>
          {t('drift_close')}
        </button>
        <output>{said}</output>
      </div>
    </div>
  );
}
