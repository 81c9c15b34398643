/** Tags as chips; typing offers those that Greenhouse has. */
import { useState } from 'preact/hooks';

import { plain } from '#lib/panel/job-search.ts';
import { t } from '#lib/text.ts';

interface TagBoxProps {
  tags: readonly string[];
  known: readonly string[];
  onChange: (tags: string[]) => void;
}

/** A browser draws every suggestion it is given; organisations have thousands of tags. */
const OFFERED = 20;

export function TagBox({ tags, known, onChange }: TagBoxProps) {
  const [typed, setTyped] = useState('');
  const wanted = plain(typed.trim());
  const offers = wanted ? known.filter((tag) => plain(tag).includes(wanted) && !tags.includes(tag)).slice(0, OFFERED) : [];
  const add = (text: string) => {
    const tag = text.trim();
    setTyped('');
    // In the spelling that Greenhouse has already, so that no second tag is made of another case.
    const spelled = known.find((other) => plain(other) === plain(tag)) ?? tag;
    if (tag && !tags.includes(spelled)) onChange([...tags, spelled]);
  };
  return (
    <div class="row tags">
      <label for="tags">{t('panel_tag_box')}</label>
      <div class="tag-field">
        {tags.length > 0 && (
          <ul class="chips">
            {tags.map((tag) => (
              <li key={tag}>
                <span dir="auto">{tag}</span>
                <button
                  type="button"
                  class="icon remove"
                  aria-label={t('panel_remove_tag', tag)}
                  onClick={() => onChange(tags.filter((other) => other !== tag))}
                />
              </li>
            ))}
          </ul>
        )}
        <input
          id="tags"
          type="text"
          dir="auto"
          autocomplete="off"
          list="known-tags"
          placeholder={t('panel_add_tag')}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add(event.currentTarget.value);
          }}
          onBlur={(event) => add(event.currentTarget.value)}
        />
        <datalist id="known-tags">
          {offers.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </datalist>
      </div>
    </div>
  );
}
