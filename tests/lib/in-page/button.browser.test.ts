import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';

import { putButton } from '#lib/in-page/button.ts';
import { BUTTON_TAG } from '#lib/in-page/tag.ts';

/** The closed root, which a page cannot get: taken from the call that made it. */
let made: MockInstance<typeof Element.prototype.attachShadow>;
const root = () => made.mock.results.at(-1)!.value as ShadowRoot;

beforeEach(() => {
  made = vi.spyOn(Element.prototype, 'attachShadow');
});
afterEach(() => {
  host()?.remove();
  vi.restoreAllMocks();
});

const host = () => document.querySelector<HTMLElement>(BUTTON_TAG);
const buttons = () => [...root().querySelectorAll('button')];
const put = (open: () => Promise<boolean> = () => Promise.resolve(true)) => putButton({ text: (key) => key, open });

test('a second copy takes the place of the first', () => {
  put();
  put();
  expect(document.querySelectorAll(BUTTON_TAG)).toHaveLength(1);
});

test('the page cannot reach into it, and its layout does not move', () => {
  const before = document.documentElement.scrollWidth;
  put();
  expect(host()?.shadowRoot).toBeNull();
  expect(getComputedStyle(host()!).position).toBe('fixed');
  expect(document.documentElement.scrollWidth).toBe(before);
});

test('a rule of the page does not hide it', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${BUTTON_TAG} { display: none; position: static; }`);
  document.adoptedStyleSheets = [sheet];
  put();
  expect(getComputedStyle(host()!).display).toBe('block');
  document.adoptedStyleSheets = [];
});

test('a click asks for the panel', async () => {
  const open = vi.fn(() => Promise.resolve(true));
  put(open);
  buttons()[0]!.click();
  await vi.waitFor(() => expect(root().querySelector('span')!.textContent).toBe('button_export'));
  expect(open).toHaveBeenCalledOnce();
});

test('cut off by an update, it says to reload the page', async () => {
  put(() => {
    throw new Error('Extension context invalidated.');
  });
  buttons()[0]!.click();
  await vi.waitFor(() => expect(root().querySelector('span')!.textContent).toBe('button_reload'));
});

test('refused, it says what else to do', async () => {
  put(() => Promise.resolve(false));
  buttons()[0]!.click();
  await vi.waitFor(() => expect(root().querySelector('span')!.textContent).toBe('button_refused'));
});

test('arrow keys move it and change its side', async () => {
  put();
  const { top, right } = host()!.getBoundingClientRect();
  expect(right).toBe(innerWidth);
  buttons()[0]!.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
  const moved = host()!.getBoundingClientRect();
  expect(moved.top).toBeGreaterThan(top);
  expect(moved.left).toBe(0);
});

test('dragging moves it, and is no click', async () => {
  const open = vi.fn(() => Promise.resolve(true));
  put(open);
  const target = buttons()[0]!;
  const at = (type: string, clientX: number, clientY: number) =>
    target.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, pointerId: 1, clientX, clientY }));
  // Events made by hand have no pointer that could be captured.
  vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue();
  const { top } = host()!.getBoundingClientRect();
  at('pointerdown', innerWidth - 10, top + 10);
  at('pointermove', 20, top + 60);
  at('pointerup', 20, top + 60);
  target.click();
  expect(host()!.getBoundingClientRect().left).toBe(0);
  expect(host()!.getBoundingClientRect().top).toBe(top + 50);
  expect(open).not.toHaveBeenCalled();
});

test('hidden on one page, it is back on the next', async () => {
  put();
  buttons()[1]!.click();
  expect(host()!.hidden).toBe(true);
  const here = location.href;
  history.pushState({}, '', '/another-person-fixture');
  await vi.waitFor(() => expect(host()!.hidden).toBe(false));
  history.replaceState({}, '', here);
});
