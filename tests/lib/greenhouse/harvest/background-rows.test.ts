import { describe, expect, it } from 'vitest';

import type { Education, Position } from '#lib/candidate/schema.ts';
import { educationRows, employmentRows } from '#lib/greenhouse/harvest/background-rows.ts';

const position = (given: Partial<Position>): Position => ({ company: 'Quayside', title: 'Engineer', start: '2021', ...given });

describe('employments', () => {
  it.each<[string, Partial<Position>, object]>([
    ['a year', {}, { start_date: '2021-01-01' }],
    ['a month', { start: '2021-07' }, { start_date: '2021-07-01' }],
    ['a day', { start: '2021-07-15', end: '2023-02' }, { start_date: '2021-07-15', end_date: '2023-02-01' }],
    ['an end in the year of the start', { start: '2021-07', end: '2021' }, { start_date: '2021-07-01', end_date: '2021-07-01' }],
    ['an end that goes on', { end: '2023', current: true }, { start_date: '2021-01-01' }],
  ])('start and end on a day: %s', (_, given, dates) => {
    expect(employmentRows([position(given)])).toEqual({
      rows: [{ company_name: 'Quayside', title: 'Engineer', ...dates }],
      skipped: [],
    });
  });

  it('that Greenhouse would refuse are skipped, and say what they lack', () => {
    const given = [
      position({}),
      position({ company: ' ' }),
      position({ title: null }),
      position({ start: null }),
      position({ end: '2019' }),
    ];
    const { rows, skipped } = employmentRows(given);
    expect(rows).toHaveLength(1);
    expect(skipped).toEqual([
      { at: 1, lacks: 'company' },
      { at: 2, lacks: 'title' },
      { at: 3, lacks: 'start' },
      { at: 4, lacks: 'order' },
    ]);
  });
});

describe('educations', () => {
  const dictionaries = {
    school: new Map([['ecole des hetres', 11]]),
    degree: new Map([['master s degree', 12]]),
    discipline: new Map([['computer science', 13]]),
  };
  const rowsOf = (...education: Education[]) => educationRows(education, dictionaries);

  it('are the options of their names, however they are spelled', () => {
    expect(
      rowsOf({ school: 'École des Hêtres', degree: 'Master’s degree', field: 'COMPUTER SCIENCE', start: '2011-09', end: '2014' }),
    ).toEqual({
      rows: [
        {
          school_name_custom_field_option_id: 11,
          degree_custom_field_option_id: 12,
          discipline_custom_field_option_id: 13,
          start_date_year: 2011,
          start_date_month: 9,
          end_date_year: 2014,
        },
      ],
      skipped: [],
    });
  });

  it('keep the school when the degree has no option, and are skipped when the school has none', () => {
    expect(
      rowsOf({ school: 'ecole des hetres', degree: 'Diplôme' }, { school: 'Elsewhere' }, { degree: 'Master’s degree' }),
    ).toEqual({
      rows: [{ school_name_custom_field_option_id: 11 }],
      skipped: [
        { at: 1, lacks: 'school' },
        { at: 2, lacks: 'school' },
      ],
    });
  });

  it('that end before they start are skipped', () => {
    expect(rowsOf({ school: 'ecole des hetres', start: '2014-09', end: '2011' }).skipped).toEqual([{ at: 0, lacks: 'order' }]);
    expect(rowsOf({ school: 'ecole des hetres', start: '2014-09', end: '2014' }).skipped).toEqual([]);
  });
});
