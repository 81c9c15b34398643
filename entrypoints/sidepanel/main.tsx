import { render } from 'preact';

import { PanelView, Somebody } from '#components/panel/panel-view.tsx';
import { tell } from '#lib/messages/call.ts';
import { createPanel } from '#lib/panel/panel.ts';
import { language, t } from '#lib/text.ts';

import { boundPorts } from './ports.ts';
import './styles.ts';

document.title = t('panel_title');
document.documentElement.lang = language();

const panel = createPanel({ ...boundPorts(), parts: () => Somebody.ahead() });
render(<PanelView panel={panel} />, document.body);
const stop = panel.start();
addEventListener('online', () => void tell('export.awake', {}));
// Closing must not lose the last keystrokes: what waits to be written is written now.
addEventListener('pagehide', () => {
  void panel.person.leave();
  stop();
});
