// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { lines, textOf, tidy } from '#lib/sites/dom.ts';

const element = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
};

describe('tidy', () => {
  test.each([
    ['Jane Doe', 'Jane Doe'],
    ['  Jane Doe', 'Jane Doe'],
    ['Jane Doe ', 'Jane Doe'],
    ['Jane  Doe', 'Jane Doe'],
    ['Jane\n\tDoe', 'Jane Doe'],
    ['Jane\u00a0Doe', 'Jane Doe'],
    ['\ufeffJane\u200b Doe\u200f', 'Jane Doe'],
    ['Jane \u200e Doe', 'Jane Doe'],
    // Joins the parts of one emoji.
    ['👩\u200d💻', '👩\u200d💻'],
    [' ', ''],
    ['', ''],
    [undefined, ''],
    [null, ''],
  ])('of %j is %j', (printed, tidied) => {
    expect(tidy(printed)).toBe(tidied);
  });
});

describe('lines', () => {
  test('break at blocks and at <br>, and are tidied', () => {
    expect(lines(element('<div> one<br>two <b>and</b>  more<p>three</p>four<div> </div></div>'))).toEqual([
      'one',
      'two and more',
      'three',
      'four',
    ]);
  });

  test('have nothing of scripts and buttons, whether within or asked for themselves', () => {
    expect(lines(element('<div>text<button>… more</button><script>run()</script></div>'))).toEqual(['text']);
    expect(lines(element('<button>… more</button>'))).toEqual([]);
  });

  test('have the text that an image of an emoji stands for', () => {
    expect(textOf(element('<p>Hello <img alt="👋"> there</p>'))).toBe('Hello 👋 there');
  });

  test('are none of an element with nothing but white space, and of none', () => {
    expect(lines(element('<p> </p>'))).toEqual([]);
    expect(lines(undefined)).toEqual([]);
  });
});
