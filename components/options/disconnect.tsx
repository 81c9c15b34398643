import { t } from '#lib/text.ts';

import { AskAgain } from './ask-again.tsx';

/** Asked twice: the secret cannot be looked up again in Greenhouse. */
export const Disconnect = ({ disconnect }: { disconnect: () => Promise<void> }) => (
  <AskAgain
    opens={t('options_disconnect')}
    about={t('options_disconnect')}
    sure={t('options_disconnect_sure')}
    yes={t('options_disconnect_yes')}
    no={t('options_disconnect_no')}
    act={disconnect}
  />
);
