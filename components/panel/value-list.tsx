/* oxlint-disable react/no-array-index-key -- a value changes with every key, and two may be the same for a moment */
/** Emails, phones or links: each editable and removable, with room for another. */
import { useEffect, useRef, useState } from 'preact/hooks';

import type { FieldSource } from '#lib/panel/source-of.ts';

import { ListedValue } from './listed-value.tsx';
import { SourceNote } from './source-note.tsx';

export interface Listed {
  value: string;
  kind: string;
}

interface ValueListProps {
  legend: string;
  /** Accessible name of the n-th, e.g. "Email 1". */
  nameOf: (position: number) => string;
  addText: string;
  values: readonly Listed[];
  kinds: readonly (readonly [string, string])[];
  kindOfNew: string;
  inputType: 'email' | 'tel' | 'url';
  /** A complaint about a value, or nothing. */
  complaint: (value: string) => string | undefined;
  /** How a value reads, and how what is typed is kept. A value that nobody touches stays as it is. */
  shown?: (value: string) => string;
  whole?: (typed: string) => string;
  /** The one line that the list is folded into. */
  folded?: string;
  /** Of the list, and of one value where that is another. */
  source: (value?: string) => FieldSource | undefined;
  onChange: (values: Listed[]) => void;
}

const asIs = (value: string): string => value;

export function ValueList(props: ValueListProps) {
  const { legend, nameOf, addText, values, kinds, kindOfNew, inputType, complaint, folded, onChange } = props;
  const { shown = asIs, whole = asIs } = props;
  const source = props.source();
  const wrongs = values.map(({ value }) => (value.trim() ? complaint(value) : undefined));
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added > 0) [...(list.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
  }, [added]);

  const put = (position: number, change: Partial<Listed>) =>
    onChange(values.map((value, index) => (index === position ? { ...value, ...change } : value)));
  const add = () => {
    setAdded(added + 1);
    setOpen(true);
    onChange([...values, { value: '', kind: kindOfNew }]);
  };
  const rows = values.map(({ value, kind }, position) => (
    <ListedValue
      key={position}
      name={nameOf(position + 1)}
      value={shown(value)}
      kind={kind}
      kinds={kinds}
      inputType={inputType}
      wrong={wrongs[position]}
      source={props.source(value) ?? (position === 0 && folded === undefined ? source : undefined)}
      onValue={(typed) => put(position, { value: whole(typed) })}
      onKind={(chosen) => put(position, { kind: chosen })}
      onRemove={() => onChange(values.filter((_, index) => index !== position))}
    />
  ));
  return (
    <fieldset class={source?.uncertain ? 'values unsure' : 'values'} aria-label={legend} ref={list}>
      <div class="side">
        <span aria-hidden="true">{legend}</span>
        {values.length > 0 && <button type="button" class="icon add" aria-label={addText} onClick={add} />}
      </div>
      {values.length === 0 ? (
        <button type="button" class="link" onClick={add}>
          {addText}
        </button>
      ) : folded === undefined ? (
        <div>{rows}</div>
      ) : (
        <details open={open || wrongs.some(Boolean)} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            <span title={folded} dir="auto">
              {folded}
            </span>
            {source && <SourceNote source={source} />}
          </summary>
          {rows}
        </details>
      )}
    </fieldset>
  );
}
