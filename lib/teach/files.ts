/** Files of what was taught: written for a colleague, and read whoever wrote them. A bad file is refused whole, and says where. */
import * as z from 'zod/mini';

import { readerEntries } from '#lib/sites/list.ts';

import { ruleSetSchema, type RuleSet } from './rule-set.ts';
import { MOST_TAUGHT, taughtSchema, type Taught } from './taught.ts';

/** In characters. The largest that can be right is a fraction of it. */
export const LONGEST_FILE = 400_000;

/** As it was taught, without how it has done on this machine. */
const lessonSchema = z.pick(taughtSchema, { id: true, site: true, host: true, rule: true, taughtAt: true, readerWas: true });

const lessonsFileSchema = z.object({
  format: z.literal('gleaner-taught'),
  version: z.literal(1),
  lessons: z.array(lessonSchema).check(z.maxLength(MOST_TAUGHT)),
});

export type Refusal =
  | 'too-long'
  | 'no-json'
  | 'other-file'
  | 'newer'
  | 'wrong'
  | 'unknown-site'
  | 'no-higher-version'
  | 'too-many';

export type FileRead =
  | { is: 'taught'; lessons: Taught[] }
  | { is: 'rule-set'; set: RuleSet }
  /** `where`: the path of what is wrong, or the site or number that it is about. */
  | { is: 'refused'; because: Refusal; where?: string };

export const fileOf = (all: readonly Taught[]): string =>
  `${JSON.stringify({ format: 'gleaner-taught', version: 1, lessons: all.map((one) => lessonSchema.parse(one)) }, null, 2)}\n`;

const refused = (because: Refusal, where?: string): FileRead => ({ is: 'refused', because, ...(where ? { where } : {}) });

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return undefined;
  }
}

/** A reader's id, or an origin as browsers write it. */
const isPlace = (site: string): boolean =>
  readerEntries().some(({ id }) => id === site && id !== 'web') || (/^https?:/.test(site) && URL.parse(site)?.origin === site);

export function readFile(text: string): FileRead {
  if (text.length > LONGEST_FILE) return refused('too-long');
  const json = objectIn(text);
  if (!json) return refused('no-json');
  if (json['format'] === 'gleaner-rule-set') {
    const parsed = ruleSetSchema.safeParse(json);
    if (!parsed.success) return refused('wrong', placeOf(parsed.error));
    return isPlace(parsed.data.site) ? { is: 'rule-set', set: parsed.data } : refused('unknown-site', parsed.data.site);
  }
  if (json['format'] !== 'gleaner-taught') return refused('other-file');
  if (typeof json['version'] === 'number' && json['version'] > 1) return refused('newer');
  const parsed = lessonsFileSchema.safeParse(json);
  if (!parsed.success) return refused('wrong', placeOf(parsed.error));
  const { lessons } = parsed.data;
  const stray = lessons.find(({ site }) => !isPlace(site));
  if (stray) return refused('unknown-site', stray.site);
  return { is: 'taught', lessons: lessons.map((one) => ({ ...one, used: 0, against: 0, missed: 0 })) };
}

const placeOf = ({ issues }: z.core.$ZodError): string => issues[0]?.path.join('.') ?? '';

/** What there is and what a file brings: nothing that is there is lost, or nothing is taken in. */
export function withLessons(all: readonly Taught[], brought: readonly Taught[]): Taught[] | FileRead {
  const known = new Set(all.map(({ id }) => id));
  const next = [...all, ...brought.filter(({ id }) => !known.has(id))];
  return next.length > MOST_TAUGHT ? refused('too-many', String(MOST_TAUGHT)) : next;
}
