/** The person's other pages: offered where they link to them, asked about where a page may be theirs, and taken off again. */
import css from '#assets/panel-pages.css?inline';
import { useStyles } from '#components/own-styles.ts';
import { shortAddress } from '#lib/panel/links.ts';
import { theirPagesOf, type PagesModel } from '#lib/panel/pages.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { pageName } from '#lib/panel/site-name.ts';
import { t } from '#lib/text.ts';

export { OtherWords } from './other-words.tsx';

/** What was pressed is gone: the keyboard goes on at the person's pages. */
const toPages = () => document.getElementById('pages')?.focus();

export function TheirPages({ panel }: { panel: Panel }) {
  const model = theirPagesOf(panel);
  useStyles(css);
  const [maybe, added, alsoOn] = [model.maybe.value, model.added.value, model.alsoOn.value];
  return (
    <section class="pages" id="pages" tabIndex={-1} aria-label={t('panel_pages')} aria-live="polite">
      {maybe && <SamePerson model={model} name={maybe.name || shortAddress(maybe.url)} site={pageName(maybe.url)} />}
      {added.map((page) => (
        <p key={page.externalId}>
          <span dir="auto">{t('panel_page_added', page.name)}</span>{' '}
          <button
            type="button"
            class="link"
            title={shortAddress(page.url)}
            onClick={() => {
              model.takeOff(page);
              toPages();
            }}
          >
            {t('panel_page_take_off', page.name)}
          </button>
        </p>
      ))}
      {alsoOn.length > 0 && (
        <p class="also">
          {t('panel_also_on')}{' '}
          {alsoOn.map((page) => (
            <button
              key={page.externalId}
              type="button"
              class="link"
              title={shortAddress(page.url)}
              aria-label={t('panel_also_on_open', page.name, shortAddress(page.url))}
              onClick={() => void model.open(page)}
            >
              {page.name}
            </button>
          ))}{' '}
          <span class="soft">{t('panel_also_on_why')}</span>
        </p>
      )}
    </section>
  );
}

/** Never merged silently: asked, and the answer is remembered. */
function SamePerson({ model, name, site }: { model: PagesModel; name: string; site: string }) {
  const answer = (act: () => void) => () => {
    act();
    toPages();
  };
  return (
    <div class="same">
      <p dir="auto">{t('panel_same_person_as', name, site)}</p>
      <div class="pair">
        <button type="button" class="plain small" onClick={answer(() => model.add())}>
          {t('panel_same_person_add')}
        </button>
        <button type="button" class="plain small" onClick={answer(() => model.keepApart())}>
          {t('panel_keep_apart')}
        </button>
      </div>
    </div>
  );
}
