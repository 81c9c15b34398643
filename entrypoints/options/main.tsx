import '#assets/tokens.css';
import '#assets/options.css';
import '#assets/options-form.css';
import '#assets/options-rights.css';
import '#assets/options-doctor.css';
import '#assets/options-index.css';
import { render } from 'preact';

import { OptionsPage } from '#components/options/page.tsx';
import { syncButtons } from '#lib/access/buttons.ts';
import { clearMarks } from '#lib/access/marks.ts';
import { allowed, allowedOrigins, ask, forget, watchAccess } from '#lib/access/sites.ts';
import { call } from '#lib/messages/call.ts';
import { hear } from '#lib/messages/hear.ts';
import { optionsModel } from '#lib/options/model.ts';
import { settingsItem } from '#lib/storage/items.ts';
import { passphrase } from '#lib/storage/passphrase.ts';
import { policyItem } from '#lib/storage/policy.ts';
import { ruleSetsItem, taughtItem } from '#lib/storage/taught.ts';
import { language, t } from '#lib/text.ts';

import { connectPorts } from './connect-ports.ts';
import { saveFile } from './save-file.ts';

const model = optionsModel({
  ...connectPorts,
  settings: settingsItem,
  policy: policyItem,
  passphrase,
  peopleIndex: {
    status: () => call('index.status', {}),
    command: (said) => call('index.command', said),
    watch: (changed) => hear('index.changed', changed),
  },
  externalIds: { look: (refresh) => call('external-ids.look', { refresh }), make: () => call('external-ids.make', {}) },
  forgetEverything: () => call('everything.forget', {}),
  access: { allowed, ask, forget, allowedOrigins, watch: watchAccess },
  syncButtons,
  clearMarks: () => clearMarks(true),
  taught: taughtItem,
  ruleSets: ruleSetsItem,
  saveFile,
});

document.title = t('options_title');
document.documentElement.lang = language();
render(<OptionsPage model={model} />, document.body);
void model.start();
