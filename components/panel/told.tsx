/** A failure with its advice and the one action that helps. */
import { useEffect } from 'preact/hooks';

import type { AppError } from '#lib/errors.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import { ACTION_TEXT, type AdviceAction } from '#lib/panel/advice-table.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { Alert } from './alert.tsx';

const actOn = ({ panel, onRetry = () => void panel.retry() }: ToldProps, action: AdviceAction): void => {
  if (action === 'retry') onRetry();
  if (action === 'open-options') panel.openOptions();
  if (action === 'allow-access') void panel.page.allowAccess();
  if (action === 'read-again') panel.page.readAgain();
  if (action === 'reload-tab') void panel.page.reload();
  if (action === 'reload-panel') void panel.reload();
  if (action === 'refresh-jobs') void panel.retry().then(() => panel.lists.load({ refresh: true }));
};

interface ToldProps {
  panel: Panel;
  error: AppError;
  /** Where only one thing helps, whatever went wrong. */
  always?: AdviceAction;
  /** It is told beside the person whose draft is on show. */
  draft?: boolean;
  /** What is tried again, where it is not what the panel itself asks for. */
  onRetry?: () => void;
}

export function Told(props: ToldProps) {
  const { panel, error, always, draft, onRetry } = props;
  // The panel asks for the passphrase already: `locked.tsx`.
  if (error.code === 'settings/passphrase') return onRetry ? <Waits panel={panel} onRetry={onRetry} /> : null;
  const { action, ...told } = adviceFor(error, draft);
  // A right that was given in Greenhouse is nothing that we hear of. What the panel asks for itself, it asks for again by itself.
  const actions = action === 'open-options' && onRetry ? [action, 'retry' as const] : [always ?? action];
  return (
    <Alert {...told}>
      {actions.map(
        (one) =>
          one !== 'none' && (
            <button key={one} type="button" class="plain" onClick={() => actOn(props, one)}>
              {t(ACTION_TEXT[one])}
            </button>
          ),
      )}
    </Alert>
  );
}

/** It goes on once the passphrase was given, wherever that was. */
function Waits({ panel, onRetry }: Required<Pick<ToldProps, 'panel' | 'onRetry'>>) {
  useEffect(() => {
    const watched = panel.passphrase().then((passphrase) => passphrase.watch(onRetry));
    return () => void watched.then((stop) => stop());
  }, [panel, onRetry]);
  return <output>{t('panel_row_locked')}</output>;
}
