/** "Forget everything", and what was deleted in words. */
import { signal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import { counted, language, t, type CountedKey } from '#lib/text.ts';

import { adviceFor } from './advice.ts';
import type { OptionsPorts } from './ports.ts';
import { problemOf } from './problem.ts';

/** What the worker counts, and how it is called; in the order of what weighs most. */
const CALLED: readonly (readonly [CountedKey, ...string[]])[] = [
  ['forgot_secrets', 'vault'],
  ['forgot_keys', 'keys', 'vault-key'],
  ['forgot_tokens', 'token'],
  ['forgot_connections', 'connection', 'pending'],
  ['forgot_exports', 'exports'],
  ['forgot_ledger', 'ledger'],
  ['forgot_words', 'words'],
  ['forgot_indexes', 'people'],
  ['forgot_drafts', 'drafts'],
  ['forgot_lists', 'cache'],
  ['forgot_choices', 'site-choices', 'recent-jobs'],
  ['forgot_settings', 'settings', 'people-index'],
  ['forgot_readings', 'budget'],
  ['forgot_found', 'found-fields', 'counted'],
  ['forgot_times', 'vault-used'],
  ['forgot_unreadable', 'corrupt'],
  ['forgot_sites', 'sites'],
];

/** What there was, in words; what has no name here yet is counted all the same. */
export function inWords(kept: Record<string, number>): string {
  const left = new Map(Object.entries(kept));
  const parts = CALLED.map(([key, ...names]) => {
    const number = names.reduce((sum, name) => sum + (left.get(name) ?? 0), 0);
    for (const name of names) left.delete(name);
    return [key, number] as const;
  });
  const others = [...left.values()].reduce((sum, number) => sum + number, 0);
  const said = [...parts, ['forgot_others', others] as const].filter(([, number]) => number > 0);
  if (said.length === 0) return t('forget_nothing');
  return t('forget_done', new Intl.ListFormat(language()).format(said.map(([key, number]) => counted(key, number))));
}

export function forgetModel({ forgetEverything }: Pick<OptionsPorts, 'forgetEverything'>) {
  const busy = signal(false);
  /** What was deleted, or what went wrong. */
  const said = signal('');
  return {
    busy,
    said,
    async forget(): Promise<void> {
      if (busy.value) return;
      busy.value = true;
      said.value = t('forget_busy');
      try {
        said.value = inWords(await forgetEverything());
      } catch (thrown) {
        const { what, next } = adviceFor(problemOf(AppError.from(thrown)));
        said.value = `${what} ${next}`;
      } finally {
        busy.value = false;
      }
    },
  };
}

export type ForgetModel = ReturnType<typeof forgetModel>;
