/** A page that lists several people: each as a row that opens their profile, and can be chosen. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import css from '#assets/panel-people.css?inline';
import { useStyles } from '#components/own-styles.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { peopleOf, type PeopleModel } from '#lib/panel/people.ts';
import { peopleKnownOf, type PeopleKnown } from '#lib/panel/people-known.ts';
import { isChoosable } from '#lib/panel/people-rows.ts';
import { counted, t } from '#lib/text.ts';

import { ListedPersonRow } from './person-row.tsx';

/** So many rows are drawn at once: a page may list thousands. */
const STEP = 100;

export function People({ panel }: { panel: Panel }) {
  const model = peopleOf(panel);
  const known = peopleKnownOf(panel);
  useStyles(css);
  return (
    <section class="people">
      <h1 aria-live="polite">{heading(model.rows.value.length, known)}</h1>
      <p class="soft">{t('panel_people_next')}</p>
      {known.blind.value && (
        <p class="soft">{t(known.blind.value === 'off' ? 'panel_people_index_off' : 'panel_people_partly')}</p>
      )}
      <Chosen model={model} known={known} />
      <Rows panel={panel} model={model} known={known} />
      <button type="button" class="plain" disabled={panel.page.busy.value} onClick={() => panel.page.readAgain()}>
        {t('panel_read_again')}
      </button>
    </section>
  );
}

function heading(people: number, { counts }: PeopleKnown): string {
  const { known, possible } = counts.value;
  return [
    counted('panel_people', people),
    ...(known > 0 ? [t('panel_people_known', known)] : []),
    ...(possible > 0 ? [t('panel_people_possible', possible)] : []),
  ].join(', ');
}

function Chosen({ model, known }: { model: PeopleModel; known: PeopleKnown }) {
  const [said, setSaid] = useState('');
  const keys = model.rows.value.filter(isChoosable).map(({ key }) => key);
  const chosen = model.chosen.value.size;
  const some = chosen > 0 && chosen < keys.length;
  // Before anybody can press again: later it would take away what that press said.
  useLayoutEffect(() => setSaid(''), [chosen]);
  if (keys.length === 0) return null;
  const fresh = known.newKeys.value;
  const copy = () =>
    model.copyChosen().then(
      () => setSaid(counted('panel_people_copied', chosen)),
      () => setSaid(t('panel_people_not_copied')),
    );
  return (
    <div class="chosen">
      <label>
        <input
          type="checkbox"
          indeterminate={some}
          checked={chosen === keys.length}
          onChange={(event) => model.choose(keys, event.currentTarget.checked)}
        />
        {t('panel_people_choose_all')}
      </label>
      {known.counts.value.known > 0 && (
        <>
          {fresh.length > 0 && (
            <button type="button" class="link" onClick={() => model.chooseOnly(fresh)}>
              {t('panel_people_choose_new')}
            </button>
          )}
          <label>
            <input
              type="checkbox"
              checked={known.hidesKnown.value}
              onChange={(event) => known.hideKnown(event.currentTarget.checked)}
            />
            {t('panel_people_hide_known')}
          </label>
        </>
      )}
      <output>{said || (chosen > 0 && t('panel_people_chosen', chosen))}</output>
      {chosen > 0 && (
        <button type="button" class="link" onClick={() => void copy()}>
          {t('panel_people_copy')}
        </button>
      )}
    </div>
  );
}

function Rows({ panel, model, known }: { panel: Panel; model: PeopleModel; known: PeopleKnown }) {
  const [limit, setLimit] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  const rows = known.rows.value;
  const state = panel.page.state.value;
  const address = state.is === 'list' ? state.at : '';
  useEffect(() => setLimit(STEP), [address]);
  useEffect(() => {
    // The keyboard goes on where the new rows begin.
    if (limit > STEP) list.current?.children[limit - STEP]?.querySelector<HTMLElement>('input, button')?.focus();
  }, [limit]);
  return (
    <>
      <ul class="list" ref={list}>
        {rows.slice(0, limit).map((row) => (
          <ListedPersonRow key={row.key} row={row} model={model} known={known} address={address} />
        ))}
      </ul>
      {rows.length > limit && (
        <p class="more">
          <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
            {t('panel_people_more')}
          </button>
          <span class="soft">{t('panel_people_shown', limit, rows.length)}</span>
        </p>
      )}
    </>
  );
}
