/** One of several people on a page. Whom the site hides stays hidden: their row says so, and leads nowhere. */
import { knownWhy } from '#lib/indicators/words.ts';
import type { PeopleModel } from '#lib/panel/people.ts';
import type { PeopleKnown, RowState } from '#lib/panel/people-known.ts';
import { isChoosable, nameOf, type ListedRow } from '#lib/panel/people-rows.ts';
import { siteName } from '#lib/panel/site-name.ts';
import { siteFor } from '#lib/sites/list.ts';
import { t, type TextKey } from '#lib/text.ts';

interface RowProps {
  row: ListedRow;
  model: PeopleModel;
  known: PeopleKnown;
  /** Of the page that lists them. */
  address: string;
}

/** Each has a shape of its own beside its words. */
const WORDS: Record<Exclude<RowState, 'unknown'>, TextKey> = {
  known: 'panel_row_known',
  possible: 'panel_row_possible',
  new: 'panel_row_new',
};

export function ListedPersonRow({ row, model, known, address }: RowProps) {
  const { headline, location, masked } = row.person;
  const name = masked ? t('panel_people_hidden', siteName(address)) : nameOf(row.person);
  const choosable = isChoosable(row);
  const [about, chosen] = [`about ${row.key}`.replace(/\s/g, '-'), model.chosen.value.has(row.key)];
  return (
    <li>
      {choosable && (
        <input
          type="checkbox"
          aria-label={t('panel_people_choose', name)}
          aria-describedby={about}
          checked={chosen}
          onChange={(event) => model.choose([row.key], event.currentTarget.checked)}
        />
      )}
      <div class="listed">
        {choosable ? (
          <button type="button" class="link" dir="auto" aria-describedby={about} onClick={() => void model.open(row)}>
            {name}
          </button>
        ) : (
          <span class="soft">{name}</span>
        )}{' '}
        <span id={about} class="soft">
          <RowMark row={row} known={known} address={address} />
          {[headline, location].filter(Boolean).map((line) => (
            <small key={line} dir="auto">
              {line}{' '}
            </small>
          ))}
        </span>
      </div>
    </li>
  );
}

function RowMark({ row, known, address }: Omit<RowProps, 'model'>) {
  const state = known.stateOf(row);
  if (state === 'unknown') return null;
  const verdict = known.verdictOf(row);
  const why = verdict && state !== 'new' ? knownWhy(verdict, siteFor(address)?.id ?? '') : '';
  return (
    <small>
      <b class={`verdict-mark ${state}`}>{t(WORDS[state])}</b> {why}{' '}
    </small>
  );
}
