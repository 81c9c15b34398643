/** One of several people on a page. Whom the site hides stays hidden: their row says so, and leads nowhere. */
import type { PeopleModel } from '#lib/panel/people.ts';
import { isChoosable, nameOf, type ListedRow } from '#lib/panel/people-rows.ts';
import { siteName } from '#lib/panel/site-name.ts';
import { t } from '#lib/text.ts';

interface RowProps {
  row: ListedRow;
  model: PeopleModel;
  /** Of the page that lists them. */
  address: string;
}

export function ListedPersonRow({ row, model, address }: RowProps) {
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
