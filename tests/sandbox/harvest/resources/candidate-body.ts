import * as z from 'zod/mini';

import { customFieldsBody } from '../custom-values.ts';
import { body, type Read } from '../write.ts';

const short = z.string().check(z.maxLength(255));
const name = short.check(z.minLength(1));
const email = z.string().check(z.maxLength(255), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'is not an email address'));
const contact = short.check(z.minLength(1));

/** Every contact value carries its type (harvest-api §7.1). */
const typed = <const T extends readonly string[]>(value: z.ZodMiniType<string>, types: T) =>
  z.array(z.strictObject({ value, type: z.enum(types) }));

const shared = {
  preferred_name: z.optional(short),
  company: z.optional(short),
  title: z.optional(short),
  email_addresses: z.optional(typed(email, ['personal', 'work', 'other'])),
  phone_numbers: z.optional(typed(contact, ['home', 'work', 'mobile', 'skype', 'other'])),
  addresses: z.optional(typed(z.string().check(z.minLength(1)), ['home', 'work', 'other'])),
  website_addresses: z.optional(typed(contact, ['personal', 'company', 'portfolio', 'blog', 'other'])),
  social_media_addresses: z.optional(z.array(z.strictObject({ value: contact }))),
  tags: z.optional(z.array(name)),
  custom_fields: z.optional(customFieldsBody),
  // Written so, and read as `private`.
  is_private: z.optional(z.boolean()),
  can_email: z.optional(z.boolean()),
  linked_user_ids: z.optional(z.array(z.int())),
  time_zone: z.optional(short),
};

/** `application` is looked at by itself, because its two arms are told apart first. */
export const candidateCreate = body(
  z.strictObject({
    first_name: name,
    last_name: name,
    ...shared,
    application: z.optional(z.unknown()),
  }),
);
export const candidatePatch = body(z.strictObject({ first_name: z.optional(name), last_name: z.optional(name), ...shared }));

export type CandidatePatch = Read<typeof candidatePatch>;
