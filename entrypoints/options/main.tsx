import '#assets/tokens.css';
import '#assets/options.css';
import '#assets/options-form.css';
import '#assets/options-rights.css';
import '#assets/options-doctor.css';
import { render } from 'preact';

import { OptionsPage } from '#components/options/page.tsx';
import { syncButtons } from '#lib/access/buttons.ts';
import { allowed, allowedOrigins, ask, forget, watchAccess } from '#lib/access/sites.ts';
import { isOver } from '#lib/export/rows.ts';
import { call } from '#lib/messages/call.ts';
import { optionsModel } from '#lib/options/model.ts';
import { connectionItem, pendingItem, settingsItem } from '#lib/storage/items.ts';
import { passphrase } from '#lib/storage/passphrase.ts';
import { pending } from '#lib/storage/pending.ts';
import { vault } from '#lib/storage/vault.ts';
import { language, t } from '#lib/text.ts';

const model = optionsModel({
  connection: connectionItem,
  settings: settingsItem,
  credentials: {
    pending: pendingItem,
    put: pending.put,
    kept: () => vault.has(),
    forgetAll: pending.forgetAll,
  },
  test: (which) => call('connection.test', { which }),
  settle: async (take, savedAt) => void (await call('connection.settle', { take, savedAt })),
  unfinished: async () => (await call('export.list', {})).filter((row) => !row.elsewhere && !isOver(row.state)).length,
  passphrase,
  access: { allowed, ask, forget, allowedOrigins, watch: watchAccess },
  syncButtons,
  now: () => Date.now(),
  copy: (text) => navigator.clipboard.writeText(text),
  print: () => window.print(),
});

document.title = t('options_title');
document.documentElement.lang = language();
render(<OptionsPage model={model} />, document.body);
void model.start();
