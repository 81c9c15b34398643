import { beforeEach, expect, test } from 'vitest';

import { whoOf } from '#lib/panel/who.ts';

import { speakEnglish } from '../../components/english.ts';

beforeEach(speakEnglish);

test.each([
  ['Mira Okafor', 'linkedin:mira-okafor-fixture', 'Mira Okafor'],
  ['', 'linkedin:mira-okafor-fixture', 'mira-okafor-fixture on LinkedIn'],
  ['', 'linkedin:%D9%84%D9%8A%D9%84%D9%89-fixture', 'ليلى-fixture on LinkedIn'],
  ['', 'web:https://www.okafor.example/about/', 'okafor.example/about'],
])('%j, exported as %s, is %s', (name, externalId, who) => {
  expect(whoOf({ name, externalId })).toBe(who);
});
