import { expect, test } from 'vitest';

import { strangers } from './strangers.ts';

const page = {
  url: 'https://www.site.example/in/jane-fixture/',
  html: '<img src="https://pictures.example/jane.png"><a href="https://elsewhere.example/">a link is not followed</a>',
};
const opened = ['www.site.example/in/jane-fixture/', 'www.site.example/favicon.ico', 'pictures.example/jane.png'];

test('a page, its icon and the pictures that it names are expected, and so is what the browser asks for itself', () => {
  expect(strangers([...opened, 'accounts.google.com/ListAccounts'], [page])).toEqual([]);
});

test('any other host is told of', () => {
  expect(strangers([...opened, 'collector.example/v1', 'elsewhere.example/'], [page])).toEqual([
    'collector.example/v1',
    'elsewhere.example/',
  ]);
});

test('another address of the same site is told of', () => {
  expect(strangers([...opened, 'www.site.example/api/me'], [page])).toEqual(['www.site.example/api/me']);
});
