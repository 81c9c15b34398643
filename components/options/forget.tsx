/** Back to an empty browser. Says what is lost before it is done, and what was deleted after. */
import type { ForgetModel } from '#lib/options/forget.ts';
import { t } from '#lib/text.ts';

import { AskAgain } from './ask-again.tsx';

export const Forget = ({ model }: { model: ForgetModel }) => (
  <section aria-labelledby="forget">
    <h2 id="forget">{t('forget')}</h2>
    <p class="soft">{t('forget_what')}</p>
    <div class="row">
      <AskAgain
        opens={t('forget_do')}
        about={t('forget')}
        sure={t('forget_sure')}
        yes={t('forget_yes')}
        no={t('forget_no')}
        busy={model.busy.value}
        act={() => model.forget()}
      />
    </div>
    <output aria-label={t('forget')}>{model.said.value}</output>
  </section>
);
