/** The list under a job box. Roles on plain elements, as the ARIA pattern has it: a native select cannot be searched. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the box above has the keys */
import type { Job } from '#lib/greenhouse/schema.ts';
import { counted, t } from '#lib/text.ts';

interface JobOptionsProps {
  id: string;
  label: string;
  /** Null is "no job". */
  options: readonly (Job | null)[];
  active: number;
  /** How many were found and are not drawn. */
  more: number;
  /** The sentence for when there is nothing. */
  empty: string;
  hintOf: (job: Job) => string;
  onPick: (option: Job | null) => void;
}

export function JobOptions({ id, label, options, active, more, empty, hintOf, onPick }: JobOptionsProps) {
  return (
    <div class="popup">
      <div class="options" role="listbox" id={`${id}-list`} aria-label={label}>
        {options.map((option, position) => (
          <div
            key={option?.id ?? 'none'}
            id={`${id}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === active ? 'true' : 'false'}
            class={position === active ? 'on' : undefined}
            // The focus stays in the box: a blur would close the list before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(option)}
          >
            {option ? (
              <>
                <span dir="auto">{option.name}</span>
                <small dir="auto">{hintOf(option)}</small>
              </>
            ) : (
              t('panel_no_job')
            )}
          </div>
        ))}
      </div>
      {options.every((option) => option === null) && <p class="soft">{empty}</p>}
      {more > 0 && <p class="soft">{counted('panel_jobs_more', more)}</p>}
    </div>
  );
}
