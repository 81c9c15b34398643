import axe from 'axe-core';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';

import { startMarks, type Marks } from '#lib/in-page/marks.ts';
import { MARKS_TAG } from '#lib/in-page/tag.ts';

/** The closed root, which a page cannot get: taken from the call that made it. */
let made: MockInstance<typeof Element.prototype.attachShadow>;
let marks: ReturnType<typeof startMarks>;
const open = vi.fn<() => boolean>(() => true);
const outdated = 'Gleaner was updated: reload this page';
const changed = vi.fn<() => boolean>(() => true);

const root = () => made.mock.results.at(-1)!.value as ShadowRoot;
const host = () => document.querySelector<HTMLElement>(MARKS_TAG);
const buttons = () => [...root().querySelectorAll('button')];
const shown = () => buttons().map(({ ariaLabel, hidden }) => `${hidden ? 'hidden: ' : ''}${ariaLabel}`);
const main = () => document.querySelector('main')!;
const lastWords = () => root().querySelector('[role=status]')?.textContent;

const url = (name: string) => `${location.origin}/people/${name}-fixture`;
const row = (name: string, more = '') =>
  `<li style="height:80px"><a href="/people/${name}-fixture/?from=list"><img width="40" height="40" alt=""></a>
   <a href="/people/${name}-fixture">${name}</a>${more}</li>`;
const known = (name: string) => ({ url: url(name), mark: { kind: 'known' as const, words: `In Greenhouse: ${name}` } });
const possible = (name: string) => ({ url: url(name), mark: { kind: 'possible' as const, words: `Possible: ${name}` } });
const unmarked = (name: string) => ({ url: url(name) });
const say = (...people: Marks['people']) => marks.show({ at: location.href.split('#')[0]!, label: 'Gleaner', people });

beforeEach(() => {
  made = vi.spyOn(Element.prototype, 'attachShadow');
  document.body.innerHTML = `<main style="margin:40px"><ul>${row('ada')}${row('ben')}${row('cleo')}</ul></main>`;
  marks = startMarks({ open, changed, outdated });
});
afterEach(() => {
  marks.end();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  open.mockClear().mockReturnValue(true);
  changed.mockClear().mockReturnValue(true);
});

const settled = (ms = 300) => new Promise((resolve) => setTimeout(resolve, ms));

test('whoever is in Greenhouse has a mark in the corner of the own row, with a figure and with words', () => {
  say(known('ada'), unmarked('ben'), possible('cleo'));
  expect(shown()).toEqual(['In Greenhouse: ada', 'Possible: cleo']);
  const rows = [...document.querySelectorAll('li')];
  for (const [at, of] of [0, 2].entries()) {
    const [mark, around] = [buttons()[at]!.getBoundingClientRect(), rows[of]!.getBoundingClientRect()];
    expect(mark.top - around.top).toBeCloseTo(2, 0);
    expect(mark.left - around.left).toBeCloseTo(2, 0);
    expect(mark.height).toBe(18);
  }
  const figures = buttons().map((button) => getComputedStyle(button, '::before').content);
  expect(figures).toEqual(['"✓" / ""', '"?" / ""']);
});

describe('the page', () => {
  const boxes = () =>
    [...document.querySelectorAll('html, body, body *')].map((element) => JSON.stringify(element.getBoundingClientRect()));

  test('does not move', async () => {
    let shifts = 0;
    const watching = new PerformanceObserver((list) => (shifts += list.getEntries().length));
    watching.observe({ type: 'layout-shift', buffered: false });
    const [before, width, height] = [boxes(), document.documentElement.scrollWidth, document.documentElement.scrollHeight];
    say(known('ada'), known('ben'), known('cleo'));
    await settled();
    // The marks move, with their rows, and that is no shift either.
    scrollBy(0, 5);
    dispatchEvent(new Event('resize'));
    await settled();
    scrollTo(0, 0);
    expect(boxes()).toEqual(before);
    expect([document.documentElement.scrollWidth, document.documentElement.scrollHeight]).toEqual([width, height]);
    expect(shifts).toBe(0);
    // One that is there to be seen.
    main().style.marginTop = '140px';
    await vi.waitFor(() => expect(shifts).toBeGreaterThan(0));
    watching.disconnect();
  });

  test('finds no mark: not in its elements, not at any point, not by a search, not in the text', () => {
    say(known('ada'), unmarked('ben'), unmarked('cleo'));
    expect(host()?.shadowRoot).toBeNull();
    expect(host()?.attributes).toHaveLength(0);
    expect(host()?.children).toHaveLength(0);
    const { width, height } = host()!.getBoundingClientRect();
    expect([width, height]).toEqual([0, 0]);
    const { left, top } = buttons()[0]!.getBoundingClientRect();
    for (let at = 1; at < 18; at += 4) {
      const there = document.elementsFromPoint(left + at, top + at);
      expect(there.length).toBeGreaterThan(2);
      expect(there).not.toContain(host());
    }
    expect((window as unknown as { find(text: string): boolean }).find('In Greenhouse')).toBe(false);
    expect(document.documentElement.innerText).not.toContain('Greenhouse');
  });

  test('looks the same to itself whether all of its people are in Greenhouse or nobody is', () => {
    const seen = () => {
      const computed = getComputedStyle(host()!);
      const style = [...computed].map((name) => `${name}: ${computed.getPropertyValue(name)}`);
      return JSON.stringify([host()!.outerHTML, host()!.getBoundingClientRect(), style, document.documentElement.innerHTML]);
    };
    say(unmarked('ada'), unmarked('ben'), unmarked('cleo'));
    const nobody = seen();
    say(known('ada'), known('ben'), possible('cleo'));
    expect(seen()).toBe(nobody);
  });

  test('cannot press a mark by itself', () => {
    say(known('ada'));
    host()!.click();
    const { left, top } = buttons()[0]!.getBoundingClientRect();
    const made = new MouseEvent('click', { bubbles: true, clientX: left + 5, clientY: top + 5 });
    document.querySelector('li')!.dispatchEvent(made);
    expect(open).not.toHaveBeenCalled();
  });

  test('cannot undo it with its own rules', () => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(`${MARKS_TAG} { display: none; position: static; width: 500px; height: 500px }`);
    document.adoptedStyleSheets = [rules];
    say(known('ada'));
    expect(getComputedStyle(host()!).display).toBe('block');
    expect(host()!.getBoundingClientRect().width).toBe(0);
    document.adoptedStyleSheets = [];
  });
});

test('a press on a mark opens the panel, and the page hears no click', async () => {
  const heard = vi.fn<() => void>();
  document.querySelector('li')!.addEventListener('click', heard);
  say(known('ada'));
  await userEvent.click(document.querySelector('li')!, { position: { x: 8, y: 8 } });
  expect(open).toHaveBeenCalledOnce();
  expect(heard).not.toHaveBeenCalled();
  await userEvent.click(document.querySelector('li')!, { position: { x: 200, y: 70 } });
  expect(heard).toHaveBeenCalledOnce();
  expect(open).toHaveBeenCalledOnce();
});

test('the keyboard reaches every mark behind the page, and Enter opens the panel', async () => {
  const keys = vi.fn<() => void>();
  document.addEventListener('keydown', keys);
  say(known('ada'), unmarked('ben'), possible('cleo'));
  [...document.querySelectorAll('a')].at(-1)!.focus();
  await userEvent.tab();
  expect(root().activeElement).toBe(buttons()[0]);
  expect(document.activeElement).toBe(host());
  expect(getComputedStyle(buttons()[0]!, '::after').content).toContain('In Greenhouse: ada');
  keys.mockClear();
  await userEvent.keyboard('{Enter}');
  expect(open).toHaveBeenCalledOnce();
  expect(keys).not.toHaveBeenCalled();
  await userEvent.tab();
  expect(root().activeElement).toBe(buttons()[1]);
  document.removeEventListener('keydown', keys);
});

test('what assistive technology finds of the marks is in order, light and dark', async () => {
  // Axe looks into open trees alone.
  made.mockRestore();
  // oxlint-disable-next-line typescript/unbound-method -- called on its element below
  const { attachShadow } = Element.prototype;
  made = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function opened(this: Element) {
    return attachShadow.call(this, { mode: 'open' });
  });
  marks.end();
  marks = startMarks({ open, changed, outdated });
  say(known('ada'), unmarked('ben'), possible('cleo'));
  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme;
    for (const button of buttons()) button.classList.add('told');
    const { violations, passes } = await axe.run([MARKS_TAG]);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain('button-name');
  }
  document.documentElement.style.colorScheme = '';
});

test('pointed at, a mark says in words what it means', async () => {
  say(known('ada'));
  await userEvent.hover(document.querySelector('li')!, { position: { x: 8, y: 8 } });
  await vi.waitFor(() => expect(buttons()[0]!.className).toContain('told'));
  await userEvent.hover(document.querySelectorAll('li')[1]!);
  await vi.waitFor(() => expect(buttons()[0]!.className).not.toContain('told'));
});

test('somebody who is mentioned in the row of another is marked in their own', () => {
  const mention = '<small><a href="/people/cleo-fixture">cleo</a> is a mutual connection</small>';
  document.querySelector('ul')!.innerHTML = row('ada', mention) + row('ben') + row('cleo');
  say(unmarked('ada'), unmarked('ben'), known('cleo'));
  const third = document.querySelectorAll('li')[2]!.getBoundingClientRect();
  expect(buttons()[0]!.getBoundingClientRect().top - third.top).toBeCloseTo(2, 0);
});

test('somebody who also stands beside the list is marked in it', () => {
  main().insertAdjacentHTML('beforebegin', '<aside><a href="/people/ada-fixture">ada</a></aside>');
  say(known('ada'), unmarked('ben'));
  const first = document.querySelector('li')!.getBoundingClientRect();
  expect(buttons()[0]!.getBoundingClientRect().top - first.top).toBeCloseTo(2, 0);
});

test('a mark stays with its row while a box within the page is scrolled, and does not stand over what covers the row', async () => {
  main().style.cssText = 'height:120px;overflow:auto;margin-top:100px';
  say(unmarked('ada'), known('ben'), unmarked('cleo'));
  main().scrollTop = 60;
  const second = () => document.querySelectorAll('li')[1]!.getBoundingClientRect();
  await vi.waitFor(() => expect(buttons()[0]!.getBoundingClientRect().top - second().top).toBeCloseTo(2, 0));
  expect(getComputedStyle(buttons()[0]!).opacity).toBe('1');
  main().scrollTop = 110;
  await vi.waitFor(() => expect(getComputedStyle(buttons()[0]!).opacity).toBe('0'));
});

describe('people who come later', () => {
  test('are told of once, and marked in their turn', async () => {
    say(unmarked('ada'), unmarked('ben'), unmarked('cleo'));
    await settled();
    expect(changed).not.toHaveBeenCalled();
    document.querySelector('ul')!.insertAdjacentHTML('beforeend', row('dora') + row('emil'));
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    say(unmarked('ada'), unmarked('ben'), unmarked('cleo'), known('dora'), unmarked('emil'));
    expect(shown()).toEqual(['In Greenhouse: dora']);
    await settled(1800);
    expect(changed).toHaveBeenCalledOnce();
  });

  test('are told of no more often than every other second, however wildly the page changes, and then less often still', async () => {
    say(unmarked('ada'), unmarked('ben'), unmarked('cleo'));
    changed.mockImplementation(() => {
      // The worker looks, and finds nobody new.
      queueMicrotask(() => say(unmarked('ada'), unmarked('ben'), unmarked('cleo')));
      return true;
    });
    let next = 0;
    const ends = performance.now() + 4000;
    while (performance.now() < ends) {
      next += 1;
      document.querySelector('ul')!.insertAdjacentHTML('beforeend', row(`churn-${next}`));
      if (next > 20) document.querySelector('ul')!.lastElementChild!.remove();
      await settled(20);
    }
    expect(next).toBeGreaterThan(50);
    // At once, and 3 seconds later: doubled from the first answer on.
    expect(changed.mock.calls.length).toBeLessThanOrEqual(2);
    expect(changed).toHaveBeenCalled();
  });

  test('that a page only draws anew, it puts the marks right without a word', async () => {
    say(known('ada'), unmarked('ben'), unmarked('cleo'));
    document.querySelector('ul')!.innerHTML = row('cleo') + row('ben') + row('ada');
    const third = document.querySelectorAll('li')[2]!.getBoundingClientRect();
    await vi.waitFor(() => expect(buttons()[0]!.getBoundingClientRect().top - third.top).toBeCloseTo(2, 0));
    expect(changed).not.toHaveBeenCalled();
  });

  test('cannot be told of by a copy that an update cut off: its marks go, and it says so', async () => {
    say(known('ada'), unmarked('ben'), unmarked('cleo'));
    changed.mockReturnValue(false);
    document.querySelector('ul')!.insertAdjacentHTML('beforeend', row('dora'));
    await vi.waitFor(() => expect(lastWords()).toBe(outdated));
    expect(shown()).toEqual([]);
  });
});

test('a row that is not there has no mark, until it is', async () => {
  document.querySelector('ul')!.innerHTML = row('ada');
  say(unmarked('ada'), known('ben'));
  expect(shown()).toEqual(['hidden: In Greenhouse: ben']);
  document.querySelector('ul')!.insertAdjacentHTML('beforeend', row('ben'));
  await vi.waitFor(() => expect(shown()).toEqual(['In Greenhouse: ben']));
});

test('nothing stands on the next page, and what is said late of the last one is not shown', async () => {
  say(known('ada'));
  const here = location.href;
  const late = { at: here.split('#')[0]!, label: 'Gleaner', people: [known('ada')] };
  history.pushState({}, '', '/another-list-fixture');
  await vi.waitFor(() => expect(host()).toBeNull());
  marks.show(late);
  expect(host()).toBeNull();
  history.replaceState({}, '', here);
});

test('ended, nothing of it is left', async () => {
  say(known('ada'));
  marks.end();
  expect(host()).toBeNull();
  document.querySelector('li')!.addEventListener('click', (event) => event.preventDefault());
  await userEvent.click(document.querySelector('li')!, { position: { x: 8, y: 8 } });
  expect(open).not.toHaveBeenCalled();
});

test('a page that asks its browser whether something lies over a row is told the same of every row', async () => {
  say(known('ada'), unmarked('ben'), unmarked('cleo'));
  await settled();
  const seen = await new Promise<boolean[]>((resolve) => {
    const watching = new IntersectionObserver(
      (entries) => {
        watching.disconnect();
        resolve(entries.map((entry) => (entry as unknown as { isVisible: boolean }).isVisible));
      },
      { threshold: 1, trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    );
    for (const item of document.querySelectorAll('li')) watching.observe(item);
  });
  expect(seen).toEqual([false, false, false]);
});

test('a second copy takes the place of the first', () => {
  say(known('ada'));
  const first = marks;
  marks = startMarks({ open, changed, outdated });
  say(known('ben'));
  expect(document.querySelectorAll(MARKS_TAG)).toHaveLength(1);
  expect(shown()).toEqual(['In Greenhouse: ben']);
  first.end();
});

test('a mark that is pressed after an update says what to do, until the page has marks again', async () => {
  say(known('ada'), unmarked('ben'));
  expect(lastWords()).toBeUndefined();
  open.mockReturnValue(false);
  await userEvent.click(document.querySelector('li')!, { position: { x: 8, y: 8 } });
  expect(lastWords()).toBe(outdated);
  expect(shown()).toEqual([]);
  const { bottom, right } = root().querySelector('[role=status]')!.getBoundingClientRect();
  expect([bottom, right]).toEqual([innerHeight - 12, document.documentElement.clientWidth - 12]);
  open.mockReturnValue(true);
  say(known('ada'));
  expect(lastWords()).toBeUndefined();
  expect(shown()).toEqual(['In Greenhouse: ada']);
});
