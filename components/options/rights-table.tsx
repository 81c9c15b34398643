import type { RightRow } from '#lib/options/rights.ts';
import { t } from '#lib/text.ts';

import { Scope } from './scope.tsx';

const STATE = {
  granted: 'options_rights_granted',
  missing: 'options_rights_missing',
  unknown: 'options_rights_unknown',
} as const;
const MARK = { granted: '✓', missing: '✕', unknown: '?' } as const;

/** Every right, what it is for, whether it is there, and what is switched off without it. */
export function RightsTable({ rows }: { rows: readonly RightRow[] }) {
  return (
    <>
      <table aria-label={t('options_rights')}>
        <thead>
          <tr>
            <th scope="col">{t('options_rights_right')}</th>
            <th scope="col">{t('options_rights_state')}</th>
            <th scope="col">{t('options_rights_without')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ scope, state, purpose, without, essential }) => (
            <tr key={scope} class={state}>
              <th scope="row">
                {purpose}
                <Scope name={scope} />
              </th>
              <td class="state">
                <span aria-hidden="true">{MARK[state]}</span> {t(STATE[state])}
                {essential && state !== 'granted' && <small>{t('options_rights_essential')}</small>}
              </td>
              <td data-says={t('options_rights_without')}>{without}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some(({ state }) => state === 'unknown') && <p class="soft">{t('options_rights_unknown_note')}</p>}
    </>
  );
}
