/** The one failure that is told of now, with its advice. */
import { ACTION_TEXT, adviceFor, type AdviceAction } from '#lib/panel/advice.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { Alert } from './alert.tsx';

export const actOn = (panel: Panel, action: AdviceAction): void => {
  if (action === 'retry') void panel.retry();
  if (action === 'open-options') panel.openOptions();
  if (action === 'allow-access') void panel.page.allowAccess();
  if (action === 'read-again') panel.page.readAgain();
  if (action === 'reload-tab') void panel.page.reload();
  if (action === 'refresh-jobs') void panel.retry().then(() => panel.lists.load({ refresh: true }));
};

export function Trouble({ panel }: { panel: Panel }) {
  const error = panel.trouble.value;
  if (!error) return null;
  const { action, ...told } = adviceFor(error);
  return (
    <Alert {...told}>
      {action !== 'none' && (
        <button type="button" class="plain" onClick={() => actOn(panel, action)}>
          {t(ACTION_TEXT[action])}
        </button>
      )}
    </Alert>
  );
}
