/** Whom the index holds. Shows what holds and not what was pressed: "nobody" deletes, and waits for a yes. */
import { useEffect, useRef } from 'preact/hooks';

import type { IndexStatus } from '#lib/identity/sync/status.ts';
import type { PeopleIndexModel } from '#lib/options/people-index.ts';
import { scopeText } from '#lib/options/people-index-words.ts';
import { counted, t } from '#lib/text.ts';

import { SetByOrganisation } from './managed.tsx';

interface WhomToKnowProps {
  model: PeopleIndexModel;
  status: IndexStatus;
  /** It is the organisation's choice. */
  locked: boolean;
}

/** Where a recruiter begins who wants fewer. */
const FIRST_MONTHS = 24;

export function WhomToKnow({ model, status, locked }: WhomToKnowProps) {
  const scope = model.scope.value ?? status.scope;
  if (locked) {
    return <SetByOrganisation id="index-scope" label={t('index_scope')} value={scopeText(scope)} />;
  }
  const months = scope.kind === 'months' ? scope.months : FIRST_MONTHS;
  const { kind } = scope;
  return (
    <fieldset class="choice" aria-describedby="index-scope-hint">
      <legend>{t('index_scope')}</legend>
      <Choice label={t('index_scope_everybody')} on={kind === 'everybody'} choose={() => model.choose({ kind: 'everybody' })} />
      <Months number={months} on={kind === 'months'} choose={(typed) => model.chooseMonths(typed)} />
      <Choice label={t('index_scope_off')} on={kind === 'off'} choose={() => model.choose({ kind: 'off' })} />
      {model.leaving.value && <Leave model={model} people={status.people} />}
      <small id="index-scope-hint">{t('index_scope_hint')}</small>
    </fieldset>
  );
}

function Choice({ label, on, choose }: { label: string; on: boolean; choose: () => Promise<void> }) {
  return (
    <label>
      <input type="radio" name="index-scope" checked={on} onChange={() => void choose()} />
      {label}
    </label>
  );
}

interface MonthsProps {
  number: number;
  on: boolean;
  choose: (typed: string) => Promise<void>;
}

/** The number stands in its sentence: for the eyes, and in the name that is read out. */
const Months = ({ number, on, choose }: MonthsProps) => (
  <div class="months">
    <input
      type="radio"
      name="index-scope"
      id="index-some"
      checked={on}
      aria-label={counted('index_scope_months', number)}
      onChange={() => void choose(String(number))}
    />
    <label for="index-some">{t('index_scope_some')}</label>
    <input
      class="short"
      type="number"
      min={1}
      max={120}
      step={1}
      value={number}
      aria-label={t('index_scope_number')}
      onChange={(event) => void choose(event.currentTarget.value)}
    />
    <span>{t('index_scope_unit')}</span>
  </div>
);

/** Takes the keyboard, to the answer that changes nothing. */
function Leave({ model, people }: { model: PeopleIndexModel; people: number }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <fieldset class="notice warn" aria-label={t('index_leave')}>
      <p>{counted('index_leave_sure', people)}</p>
      <div class="row">
        <button type="button" class="danger" onClick={() => void model.leave(true)}>
          {t('index_leave_yes')}
        </button>
        <button type="button" class="plain" ref={keep} onClick={() => void model.leave(false)}>
          {t('index_leave_no')}
        </button>
      </div>
    </fieldset>
  );
}
