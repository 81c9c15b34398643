/** The three lists of a person that are edited by hand. */
import type { Email, Link, Phone } from '#lib/candidate/schema.ts';
import type { Draft } from '#lib/panel/draft.ts';
import type { PersonModel } from '#lib/panel/person.ts';
import { linkNames, shownLink, wholeLink } from '#lib/panel/links.ts';
import { looksLikeEmail, looksLikeLink } from '#lib/panel/ready.ts';
import { sourceOf } from '#lib/panel/source-of.ts';
import { counted, t, type TextKey } from '#lib/text.ts';

import { ValueList } from './value-list.tsx';

const KIND = {
  personal: 'panel_type_personal',
  mobile: 'panel_type_mobile',
  work: 'panel_type_work',
  home: 'panel_type_home',
  skype: 'panel_type_skype',
  other: 'panel_type_other',
} as const satisfies Record<Email['type'] | Phone['type'], TextKey>;

const EMAIL_KINDS = ['personal', 'work', 'other'] as const;
const PHONE_KINDS = ['mobile', 'work', 'home', 'skype', 'other'] as const;

const named = (kinds: readonly (keyof typeof KIND)[]) => kinds.map((kind) => [kind, t(KIND[kind])] as const);

export function ContactLists({ draft, person }: { draft: Draft; person: PersonModel }) {
  const { emails, phones, links } = draft.candidate;
  return (
    <>
      <ValueList
        legend={t('panel_emails')}
        nameOf={(n) => t('panel_email_n', n)}
        addText={t('panel_add_email')}
        inputType="email"
        values={emails.map(({ value, type }) => ({ value, kind: type }))}
        kinds={named(EMAIL_KINDS)}
        kindOfNew="personal"
        complaint={(value) => (looksLikeEmail(value) ? undefined : t('panel_bad_email'))}
        source={(value) => sourceOf(draft, 'emails', value)}
        onChange={(values) =>
          person.setList(
            'emails',
            values.map(({ value, kind }) => ({ value, type: kind as Email['type'] })),
          )
        }
      />
      <ValueList
        legend={t('panel_phones')}
        nameOf={(n) => t('panel_phone_n', n)}
        addText={t('panel_add_phone')}
        inputType="tel"
        values={phones.map(({ value, type }) => ({ value, kind: type }))}
        kinds={named(PHONE_KINDS)}
        kindOfNew="mobile"
        complaint={() => undefined}
        source={(value) => sourceOf(draft, 'phones', value)}
        onChange={(values) =>
          person.setList(
            'phones',
            values.map(({ value, kind }): Phone => {
              const known = phones.find((phone) => phone.value === value);
              return { ...known, value, type: kind as Phone['type'] };
            }),
          )
        }
      />
      <ValueList
        legend={t('panel_links')}
        nameOf={(n) => t('panel_link_n', n)}
        addText={t('panel_add_link')}
        inputType="url"
        values={links.map(({ url, kind }) => ({ value: url, kind }))}
        shown={shownLink}
        whole={wholeLink}
        folded={counted('panel_link_count', links.length, linkNames(links))}
        kinds={[]}
        kindOfNew="website"
        complaint={(value) => (looksLikeLink(value) ? undefined : t('panel_bad_link'))}
        source={(value) => sourceOf(draft, 'links', value)}
        onChange={(values) =>
          person.setList(
            'links',
            values.map(({ value, kind }): Link => ({ url: value, kind })),
          )
        }
      />
    </>
  );
}
