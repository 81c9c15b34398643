/**
 * A combobox over all open jobs, after the ARIA pattern: the focus stays in the box, the arrows move through the list. Only the
 * best fifty are drawn, so ten thousand jobs cost a keystroke no more than the search.
 */
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Job } from '#lib/greenhouse/schema.ts';
import { plain, searchJobs, type IndexedJob } from '#lib/panel/job-search.ts';
import { t } from '#lib/text.ts';

import { JobOptions } from './job-options.tsx';

export interface JobBoxProps {
  id: string;
  label: string;
  /** What is chosen, as shown while nobody types. */
  chosen: string;
  index: readonly IndexedJob[];
  recent: readonly number[];
  loading: boolean;
  /** Offers "No job (prospect)". */
  withNone: boolean;
  hintOf: (job: Job) => string;
  onPick: (jobId: number | null) => void;
  /** Enter while the list is closed. */
  onEnter: () => void;
}

const DRAWN = 50;

export function JobBox(props: JobBoxProps) {
  const { id, label, chosen, index, recent, loading, withNone, hintOf, onPick, onEnter } = props;
  /** What is typed; `undefined` while the list is closed. */
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const open = typed !== undefined;

  const query = typed ?? '';
  const found = open ? searchJobs(index, query, recent, DRAWN) : { jobs: [], total: 0 };
  const none = open && withNone && plain(t('panel_no_job')).includes(plain(query).trim());
  const options: (Job | null)[] = [...(none ? [null] : []), ...found.jobs];

  const show = () => {
    if (open) return;
    setTyped('');
    // The first real job, so that Enter does not choose "no job" by accident.
    setActive(withNone && index.length > 0 ? 1 : 0);
    input.current?.select();
  };
  const hide = () => {
    setTyped(undefined);
  };
  const pick = (option: Job | null | undefined) => {
    if (option === undefined) return;
    hide();
    onPick(option?.id ?? null);
  };
  const move = (to: number) => {
    setActive(Math.max(0, Math.min(options.length - 1, to)));
  };

  function keyed(event: KeyboardEvent) {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!open) show();
      else move(active + (key === 'ArrowDown' ? 1 : -1));
    } else if (key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (open) pick(options[active]);
      else onEnter();
    } else if (key === 'Escape' && open) {
      event.preventDefault();
      hide();
    } else if (open && (key === 'Home' || key === 'End')) {
      event.preventDefault();
      move(key === 'Home' ? 0 : options.length - 1);
    }
  }

  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The list opens downwards, where the pinned foot of the panel would hide it.
    if (open) box.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const at = open ? active : -1;
  useEffect(() => {
    if (at >= 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);

  return (
    <div class="job-box" ref={box}>
      <label for={id}>{label}</label>
      <div class="box">
        <input
          id={id}
          ref={input}
          type="text"
          role="combobox"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          aria-expanded={open ? 'true' : 'false'}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={open && options.length > 0 ? `${id}-${active}` : undefined}
          placeholder={loading ? t('panel_jobs_loading') : t('panel_job_placeholder')}
          value={typed || (open ? '' : chosen)}
          onClick={show}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={keyed}
          onBlur={hide}
        />
        {!open && <kbd aria-hidden="true">/</kbd>}
      </div>
      {open && (
        <JobOptions
          id={id}
          label={label}
          options={options}
          active={active}
          more={found.total - found.jobs.length}
          empty={loading ? t('panel_jobs_loading') : query.trim() ? t('panel_jobs_none', query.trim()) : t('panel_jobs_empty')}
          hintOf={hintOf}
          onPick={pick}
        />
      )}
    </div>
  );
}
