/**
 * What a recruiter has taught, as data: how to find the value of one field on the pages of one site. A closed vocabulary with
 * bounds, so that a rule from a file can neither run anything nor be slow. `README.md` beside it explains the words.
 *
 * What runs inside the page imports only the *types* of this file.
 */
import * as z from 'zod/mini';

import { ATTRIBUTE, SEPARATORS } from './vocabulary.ts';

const bounded = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const upTo = (most: number) => z.number().check(z.int(), z.gte(0), z.lte(most));

export const taughtField = z.enum(['fullName', 'headline', 'title', 'company', 'location', 'emails', 'phones']);

/** As `Element.localName` writes it. */
const tag = z.string().check(z.regex(/^[a-z][a-z\d-]{0,30}$/));

/** Where a way begins. */
export const anchorSchema = z.union([
  /** An attribute: as such, or with a text in which `{handle}` stands for the person's own and `{id}` for any other. */
  z.object({ attribute: z.string().check(z.regex(ATTRIBUTE)), is: z.optional(bounded(120)), tag }),
  /** The element that prints this label of the site's own, and nothing else. */
  z.object({ label: bounded(40) }),
  /** The element that prints the name of the person on the page. */
  z.object({ name: z.literal(true) }),
  /** The first of its kind, inside the main part of the page where there is one. */
  z.object({ first: z.enum(['main', 'article', 'h1', 'h2', 'address', 'dl', 'aside']) }),
]);

/** How it goes on. `n` counts from 0; `of` is how many there were: of another number, nobody can tell which is meant. */
export const stepSchema = z.union([
  z.object({ up: z.number().check(z.int(), z.gte(1), z.lte(12)) }),
  z.object({ child: tag, n: upTo(40), of: upTo(80) }),
  /** The so-manieth sibling of a name, onwards or backwards; without `of`, the very next one. */
  z.object({ beside: tag, by: z.number().check(z.int(), z.gte(-20), z.lte(20)), of: z.optional(upTo(80)) }),
  /** The n-th element with a text, after or before, in the order of the page. */
  z.object({ after: tag, n: upTo(10) }),
  z.object({ before: tag, n: upTo(10) }),
]);

export const waySchema = z.object({ from: anchorSchema, go: z.array(stepSchema).check(z.maxLength(16)) });

/** Which part of the element's text: a line, and of it what stands between two separators. -1 is the last. */
export const partSchema = z.object({
  line: z.optional(upTo(40)),
  separator: z.optional(z.enum(SEPARATORS)),
  n: z.optional(z.number().check(z.int(), z.gte(-1), z.lte(8))),
});

export const ruleSchema = z.object({
  field: taughtField,
  /** The surest first. */
  ways: z.array(waySchema).check(z.minLength(1), z.maxLength(5)),
  /** The names of the value's element and of what holds it, outwards: elsewhere it is another layout. */
  around: z.array(tag).check(z.minLength(1), z.maxLength(4)),
  part: z.optional(partSchema),
  /** The reader found a wrong value: where the two differ, this one is right. */
  corrects: z.optional(z.boolean()),
});

export type TaughtField = z.infer<typeof taughtField>;
export type Anchor = z.infer<typeof anchorSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Way = z.infer<typeof waySchema>;
export type Part = z.infer<typeof partSchema>;
export type Rule = z.infer<typeof ruleSchema>;

/** Whose page it is, as the reader knows it: stands for what is not in any rule. */
export interface Subject {
  name?: string | undefined;
  /** As the site writes it in its addresses. */
  handle?: string | undefined;
}
