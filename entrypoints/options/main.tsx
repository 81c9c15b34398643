import '#assets/tokens.css';
import '#assets/options.css';
import '#assets/options-form.css';
import '#assets/options-rights.css';
import { render } from 'preact';

import { OptionsPage } from '#components/options/page.tsx';
import { syncButtons } from '#lib/access/buttons.ts';
import { allowed, allowedOrigins, ask, forget, watchAccess } from '#lib/access/sites.ts';
import { call } from '#lib/messages/call.ts';
import { optionsModel } from '#lib/options/model.ts';
import { connectionItem, settingsItem } from '#lib/storage/items.ts';
import { vault } from '#lib/storage/vault.ts';
import { language, t } from '#lib/text.ts';

const model = optionsModel({
  connection: connectionItem,
  settings: settingsItem,
  vault,
  test: () => call('connection.test', {}),
  access: { allowed, ask, forget, allowedOrigins, watch: watchAccess },
  syncButtons,
  now: () => Date.now(),
  copy: (text) => navigator.clipboard.writeText(text),
});

document.title = t('options_title');
document.documentElement.lang = language();
render(<OptionsPage model={model} />, document.body);
void model.start();
