// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Taught } from '#components/options/taught.tsx';
import type { Policy } from '#lib/policy/policy.ts';
import { fileOf } from '#lib/teach/files.ts';
import type { RuleSet } from '#lib/teach/rule-set.ts';
import type { Taught as Lesson } from '#lib/teach/taught.ts';

import example from '../../../lib/teach/example.rule-set.json';
import { speakEnglish } from '../../lib/options/english.ts';
import { memoryItem } from '../../lib/options/ports.ts';
import { byRole } from './by-role.ts';

beforeEach(speakEnglish);
afterEach(() => render(null, document.body));

const painted = () => new Promise((done) => setTimeout(done, 30));
const SET = example as RuleSet;
const LESSON: Lesson = {
  id: 'a',
  site: 'linkedin',
  host: 'linkedin.com',
  rule: { field: 'title', ways: [{ from: { label: 'title' }, go: [{ beside: 'dd', by: 1 }] }], around: ['dd'] },
  taughtAt: Date.UTC(2026, 10, 22, 12),
  used: 3,
  against: 0,
  missed: 0,
};
const STOPPED: Lesson = {
  ...LESSON,
  id: 'b',
  host: 'people.example',
  site: 'https://people.example',
  stopped: { at: Date.UTC(2026, 10, 23, 12), because: 'disagrees' },
};

async function open({ lessons = [] as Lesson[], sets = [] as RuleSet[], policy = null as Policy | null } = {}) {
  const saved: string[] = [];
  const ports = {
    taught: memoryItem<Lesson[]>(lessons, []),
    ruleSets: memoryItem<RuleSet[]>(sets, []),
    policy: memoryItem<Policy | null>(policy, null),
    saveFile: (name: string, text: string) => void saved.push(name, text),
  };
  render(<Taught ports={ports} />, document.body);
  await painted();
  return { ports, saved };
}

async function give(text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('nowhere to give a file to');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'given.json')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await painted();
}
const said = () => document.body.textContent ?? '';

test('nothing taught yet: how to', async () => {
  await open();
  expect(said()).toContain('Point at a value on the page');
  expect(document.querySelectorAll('li')).toHaveLength(0);
});

test('each with its site, its day and its uses; what stopped says why; removing goes on at the heading', async () => {
  const { ports } = await open({ lessons: [LESSON, STOPPED] });
  expect(said()).toContain('Title on linkedin.com');
  expect(said()).toMatch(/Taught on .*22.* Used on 3 pages\./);
  expect(said()).toMatch(/Not used since .*23.* On three pages in a row the site itself gave another value\./);
  byRole('button', 'Remove: Title on linkedin.com').click();
  await painted();
  expect(await ports.taught.get()).toEqual([STOPPED]);
  expect(document.activeElement?.id).toBe('taught');
});

test('saved as a file, and added from it elsewhere', async () => {
  const { saved } = await open({ lessons: [LESSON] });
  byRole('button', 'Save as a file').click();
  expect(saved).toEqual(['gleaner-taught.json', fileOf([LESSON])]);
  render(null, document.body);
  const { ports } = await open();
  await give(saved[1] ?? '');
  expect(await ports.taught.get()).toEqual([{ ...LESSON, used: 0 }]);
  expect(byRole('status', 'Add from a file').textContent).toBe('1 added.');
});

test('a bad file is refused with what, why and what next, and nothing is lost', async () => {
  const { ports } = await open({ lessons: [LESSON], sets: [SET] });
  await give('{"format":"gleaner-rule-set","version":0}');
  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    'This file was not added. Nothing has changed.Something in it is not as it should be: versionChoose another file, or ask whoever gave it to you for a new one.',
  );
  expect(await ports.taught.get()).toEqual([LESSON]);
  expect(await ports.ruleSets.get()).toEqual([SET]);
});

test('a rule set says who signed it off, is replaced by a higher version alone, and can be removed', async () => {
  const { ports } = await open();
  await give(JSON.stringify(SET));
  expect(said()).toContain('LinkedIn, version 1');
  expect(said()).toMatch(/Signed off by Ada Admin, Birch Labs on .*20.*\. It covers: Location and Headline\./);
  await give(JSON.stringify(SET));
  expect(said()).toContain('Version 1 of this rule set is here already.');
  await give(JSON.stringify({ ...SET, version: 2 }));
  expect(await ports.ruleSets.get()).toEqual([{ ...SET, version: 2 }]);
  byRole('button', 'Remove: LinkedIn, version 2').click();
  await painted();
  expect(await ports.ruleSets.get()).toEqual([]);
});

test('the organisation’s cannot be removed, and a broken one of theirs is told', async () => {
  await open({ sets: [SET], policy: { locked: [], problems: [], ruleSets: [JSON.stringify({ ...SET, version: 3 }), '{'] } });
  expect(said()).toContain('LinkedIn, version 3');
  expect(document.querySelectorAll('button[aria-label^="Remove: LinkedIn"]')).toHaveLength(1);
  expect(said()).toContain('Not used: another rule set for this site goes before it.');
  expect(said()).toContain('1 rule set of your organisation cannot be read');
});
