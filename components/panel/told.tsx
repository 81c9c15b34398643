/** A failure with its advice and the one action that helps. */
import type { AppError } from '#lib/errors.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import { ACTION_TEXT, type AdviceAction } from '#lib/panel/advice-table.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { Alert } from './alert.tsx';

const actOn = (panel: Panel, action: AdviceAction, retry: () => void = () => void panel.retry()): void => {
  if (action === 'retry') retry();
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
  /** What is tried again, where it is not what the panel itself asks for. */
  onRetry?: () => void;
}

export function Told({ panel, error, always, onRetry }: ToldProps) {
  // The panel asks for the passphrase already: `locked.tsx`.
  if (error.code === 'settings/passphrase') return null;
  const { action: advised, ...told } = adviceFor(error);
  const action = always ?? advised;
  return (
    <Alert {...told}>
      {action !== 'none' && (
        <button type="button" class="plain" onClick={() => actOn(panel, action, onRetry)}>
          {t(ACTION_TEXT[action])}
        </button>
      )}
    </Alert>
  );
}
