/**
 * Lets a recruiter point at one element of a page, by mouse, touch or keys. While it lasts the page hears nothing of that, and
 * afterwards nothing of it is left. Whatever the page does by itself is never taken for the recruiter's pointing.
 */
import { printed } from '#lib/teach/texts.ts';

import { elementAt, firstElement, step, type Direction } from './pointing-at.ts';
import { POINTING_STYLE } from './pointing-style.ts';

/** No page has an element of this name. */
export const POINTING_TAG = 'gleaner-pointing';

/** Said to the recruiter; handed in, so that no texts need to be looked up inside a page. */
export interface PointingWords {
  what: string;
  how: string;
  leave: string;
  nothing: string;
}

/** Nobody has moved for so long: whoever asked is gone. */
const PATIENCE_MS = 180_000;
const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'out',
  ArrowDown: 'in',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
};
const POINTER = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
];

/** How to end the one that is under way, for whoever starts another or wants it gone. */
const STOP = 'gleanerStopPointing';
const world = globalThis as { [STOP]?: (() => void) | undefined };

/** @param isAsked whether anybody still waits for the answer: an update of the extension takes whoever asked. */
export function pointOut(words: PointingWords, isAsked: () => boolean): Promise<Element | undefined> {
  world[STOP]?.();
  return new Promise((resolve) => {
    const shown = show(words);
    const { host } = shown;
    const say = (element: Element | undefined) => shown.say(element);
    const before = document.activeElement;
    const ends = new AbortController();
    const { signal } = ends;
    let current: Element | undefined;
    let timer = 0;

    const end = (picked?: Element) => {
      ends.abort();
      clearTimeout(timer);
      world[STOP] = undefined;
      host.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(picked);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(), PATIENCE_MS) as unknown as number;
    };
    const go = (to: Element | undefined) => {
      wait();
      if (to) current = to;
      say(current);
    };
    const pick = () => {
      if (current && printed(current) !== '') end(current);
    };
    /** Ours alone: the page is not to act on it. What no person did is nothing to us either. */
    const own = (event: Event): boolean => {
      if (!event.isTrusted) return false;
      event.preventDefault();
      event.stopImmediatePropagation();
      return true;
    };
    const on = (type: string, heard: (event: Event) => void) =>
      addEventListener(type, (event) => (isAsked() ? heard(event) : end()), { capture: true, passive: false, signal });

    on('pointermove', (event) => {
      const { clientX, clientY } = event as PointerEvent;
      if (own(event)) go(shown.isOnBar(clientX, clientY) ? undefined : elementAt(clientX, clientY, host));
    });
    for (const type of POINTER) on(type, own);
    on('click', (event) => {
      if (!own(event)) return;
      const { clientX, clientY } = event as MouseEvent;
      if (shown.isOnLeave(clientX, clientY)) return end();
      if (shown.isOnBar(clientX, clientY)) return;
      go(elementAt(clientX, clientY, host));
      pick();
    });
    on('keyup', own);
    on('keydown', (event) => {
      const { key, shiftKey, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
      // The browser's own shortcuts stay the browser's; F6 leads back to the panel.
      if (ctrlKey || metaKey || altKey || /^F\d/.test(key) || !own(event)) return;
      if (key === 'Escape') return end();
      if (key === 'Enter') return pick();
      const direction = key === 'Tab' ? (shiftKey ? 'previous' : 'next') : KEYS[key];
      if (!direction) return;
      const next = current ? step(current, direction) : firstElement();
      next?.scrollIntoView({ block: 'nearest' });
      go(next);
    });
    for (const type of ['scroll', 'resize']) addEventListener(type, () => say(current), { capture: true, signal });
    // Another page is another person. COMPAT: Firefox before 147 has no Navigation API.
    const { navigation } = globalThis as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', () => end(), { signal });
    addEventListener('popstate', () => end(), { signal });
    world[STOP] = () => end();
    wait();
    host.focus({ preventScroll: true });
  });
}

interface Shown {
  host: HTMLElement;
  /** Frames an element, and says what it prints. */
  say(element: Element | undefined): void;
  isOnBar(x: number, y: number): boolean;
  isOnLeave(x: number, y: number): boolean;
}

function show({ what, how, leave, nothing }: PointingWords): Shown {
  const host = document.createElement(POINTING_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(POINTING_STYLE);
  root.adoptedStyleSheets = [sheet];
  const part = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = '') => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const [frame, bar, words] = [part('div', 'frame'), part('div', 'bar'), part('div', '')];
  const [said, button] = [part('span', 'said'), part('button', '', leave)];
  words.append(part('strong', '', what), said, part('span', 'how', how));
  bar.append(words, button);
  frame.hidden = true;
  said.dir = 'auto';
  said.ariaLive = 'assertive';
  root.append(frame, bar);
  // Keys come to it as they are: a screen reader's own would otherwise walk the page underneath.
  host.setAttribute('role', 'application');
  host.ariaLabel = `${what} ${how}`;
  host.tabIndex = -1;
  document.documentElement.append(host);
  // Above dialogs of the page, where the browser can.
  host.popover = 'manual';
  host.showPopover?.();

  const isOver = (element: Element, x: number, y: number): boolean => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  };
  return {
    host,
    say(element) {
      frame.hidden = !element;
      const text = element ? printed(element) : '';
      const says = element ? text.slice(0, 160) || nothing : '';
      said.classList.toggle('none', text === '');
      if (said.textContent !== says) said.textContent = says;
      if (!element) return;
      const { left, top, bottom, width, height } = element.getBoundingClientRect();
      const around = { left: left - 3, top: top - 3, width: width + 6, height: height + 6 };
      for (const [side, pixels] of Object.entries(around)) frame.style.setProperty(side, `${pixels}px`);
      // What is pointed at is never under the bar.
      bar.classList.toggle('top', bottom > innerHeight - 130);
    },
    isOnBar: (x, y) => isOver(bar, x, y),
    isOnLeave: (x, y) => isOver(button, x, y),
  };
}
