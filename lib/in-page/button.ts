/** The button that stands in a page. It reads nothing and knows nothing: all it can do is ask for the panel. */
import { mark } from './mark.ts';
import { movable } from './move.ts';
import { STYLE } from './style.ts';
import { BUTTON_TAG } from './tag.ts';
import { mayBeAPerson } from './where.ts';

export type Text = 'button_export' | 'button_hide' | 'button_move' | 'button_reload' | 'button_refused';

export interface ButtonPorts {
  text: (key: Text) => string;
  /** Asks for the panel; false when it was not opened. Throws (at once) when an update of the extension has cut this copy off. */
  open: () => Promise<boolean>;
}

export function putButton({ text, open }: ButtonPorts): void {
  // A copy from before an update, or a second injection: the newest stays.
  for (const old of document.querySelectorAll(BUTTON_TAG)) old.remove();

  const host = document.createElement(BUTTON_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const bar = document.createElement('div');
  const main = document.createElement('button');
  const label = document.createElement('span');
  const hide = document.createElement('button');
  label.textContent = text('button_export');
  label.ariaLive = 'polite';
  main.append(mark(), label);
  main.ariaDescription = text('button_move');
  hide.className = 'hide';
  hide.title = text('button_hide');
  bar.append(main, hide);
  root.append(bar);

  /** The address that it was hidden on: another person's page shows it again. */
  let hiddenOn = '';
  const show = () => (host.hidden = !mayBeAPerson(location) || hiddenOn === location.pathname);
  const wasDragged = movable(host, bar);

  const tell = (key: Text) => {
    label.textContent = text(key);
    // Its words stay in sight while they are a message.
    bar.classList.toggle('told', key !== 'button_export');
  };
  main.addEventListener('click', () => {
    if (!wasDragged()) void ask(open, tell);
  });
  hide.addEventListener('click', () => {
    if (wasDragged()) return;
    hiddenOn = location.pathname;
    show();
  });

  show();
  followMoves(host, show);
  // Beside the body: single-page sites swap the body, and the button must not go with it.
  document.documentElement.append(host);
}

async function ask(open: ButtonPorts['open'], tell: (key: Text) => void): Promise<void> {
  try {
    tell((await open()) ? 'button_export' : 'button_refused');
  } catch {
    tell('button_reload');
  }
}

/** Moves of a single-page site are followed by an event, never by looking again and again. */
function followMoves(host: HTMLElement, moved: () => void): void {
  // COMPAT: Firefox before 147 has no Navigation API; there the button keeps to what the first address said.
  const { navigation } = globalThis as { navigation?: EventTarget };
  const listener = () => {
    if (host.isConnected) moved();
    else navigation?.removeEventListener('currententrychange', listener);
  };
  navigation?.addEventListener('currententrychange', listener);
}
