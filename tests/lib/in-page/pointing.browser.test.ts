import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';

import { pointOut, POINTING_TAG } from '#lib/in-page/pointing.ts';

const isAsked = vi.fn<() => boolean>(() => true);
const WORDS = { what: 'Point at: Title', how: 'Click it.', leave: 'Leave', nothing: 'There is no text here' };

/** The closed root, which a page cannot get: taken from the call that made it. */
let made: MockInstance<typeof Element.prototype.attachShadow>;
const root = () => made.mock.results.at(-1)?.value as ShadowRoot;
const overlays = () => document.querySelectorAll(POINTING_TAG);
const said = () => root().querySelector('.said')?.textContent;

beforeEach(() => {
  made = vi.spyOn(Element.prototype, 'attachShadow');
  document.body.innerHTML =
    '<main><h1>Tove <b>Ekdal</b></h1><p id="title">Tide modeller</p><p id="hidden" style="visibility:hidden">Nobody</p><div id="empty" style="height:40px"></div><p id="last">Bergen</p></main>';
});
afterEach(() => {
  (globalThis as { gleanerStopPointing?: () => void }).gleanerStopPointing?.();
  document.body.innerHTML = '';
  vi.restoreAllMocks();
  isAsked.mockReset().mockReturnValue(true);
});

const press = (keys: string) => userEvent.keyboard(keys);
const clickOn = (id: string) => {
  const { left, top } = (document.getElementById(id) as HTMLElement).getBoundingClientRect();
  return userEvent.click(document.documentElement, { position: { x: left + 4, y: top + 4 }, force: true });
};

test('a click takes what is under it, and no handler of the page hears of it', async () => {
  const heard = vi.fn<(event: Event) => void>();
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) document.addEventListener(type, heard, { capture: true });
  const picked = pointOut(WORDS, isAsked);
  await clickOn('title');
  expect((await picked)?.id).toBe('title');
  expect(heard).not.toHaveBeenCalled();
  expect(overlays()).toHaveLength(0);
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
    document.removeEventListener(type, heard, { capture: true });
});

test('what has no text cannot be taken, and says so', async () => {
  const picked = pointOut(WORDS, isAsked);
  await clickOn('empty');
  expect(overlays()).toHaveLength(1);
  expect(said()).toBe('There is no text here');
  await press('{Escape}');
  expect(await picked).toBeUndefined();
});

test('keys walk in the order of the page, past what is not seen, out and in again', async () => {
  const picked = pointOut(WORDS, isAsked);
  await press('{Tab}');
  expect(said()).toBe('Tove Ekdal');
  await press('{ArrowRight}');
  expect(said()).toBe('Tide modeller');
  await press('{Tab}');
  expect(said()).toBe('Bergen');
  await press('{Shift>}{Tab}{/Shift}');
  expect(said()).toBe('Tide modeller');
  await press('{ArrowUp}');
  expect(said()).toBe('Tove Ekdal Tide modeller Nobody Bergen');
  await press('{ArrowDown}{ArrowRight}');
  expect(said()).toBe('Tide modeller');
  await press('{Enter}');
  expect((await picked)?.id).toBe('title');
});

test('a second one ends the first; the keyboard is given back', async () => {
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  const first = pointOut(WORDS, isAsked);
  const second = pointOut(WORDS, isAsked);
  expect(await first).toBeUndefined();
  expect(overlays()).toHaveLength(1);
  await press('{Escape}');
  expect(await second).toBeUndefined();
  expect(document.activeElement).toBe(button);
});

test('it is one thing for a screen reader, named by what to do, and says where it is at once', () => {
  void pointOut(WORDS, isAsked);
  const [overlay] = overlays();
  expect(overlay?.getAttribute('role')).toBe('application');
  expect(overlay?.ariaLabel).toBe('Point at: Title Click it.');
  expect(overlay?.shadowRoot).toBeNull();
  expect(root().querySelector('.said')?.getAttribute('aria-live')).toBe('assertive');
});

test.each([
  ['pointer moves', () => clickOn('title')],
  ['key is pressed', () => press('{Enter}')],
])('once an update has taken whoever asked, it goes as soon as a %s, and the page has its own again', async (_what, moved) => {
  const heard = vi.fn<(event: Event) => void>();
  for (const type of ['click', 'keyup']) document.addEventListener(type, heard, { capture: true, once: true });
  const picked = pointOut(WORDS, isAsked);
  isAsked.mockReturnValue(false);
  await moved();
  expect(await picked).toBeUndefined();
  expect(overlays()).toHaveLength(0);
  expect(heard).toHaveBeenCalledOnce();
});
