/** The report before it is saved: what was done to the page, and all that is in the file, to be searched. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { DriftReport } from '#lib/panel/drift.ts';
import { counted, t } from '#lib/text.ts';

interface ReportProps {
  report: DriftReport;
  /** For the name of the file. */
  site: string;
  onClose: () => void;
}

export function Report({ report: { html, replaced }, site, onClose }: ReportProps) {
  const url = useMemo(() => URL.createObjectURL(new Blob([html], { type: 'text/html' })), [html]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="report">
      <h2 ref={heading} tabIndex={-1}>
        {t('drift_report_title')}
      </h2>
      <p>{t('drift_report_what')}</p>
      <p class="soft">
        {counted('drift_report_texts', replaced.texts)}{' '}
        {replaced.leftOut > 0 && counted('drift_report_left_out', replaced.leftOut)}
      </p>
      <Searched html={html} />
      <p>{t('drift_report_then')}</p>
      <div class="actions">
        <a class="button" href={url} download={`gleaner-report-${site}.html`}>
          {t('drift_save')}
        </a>
        <button type="button" class="link" onClick={onClose}>
          {t('drift_close')}
        </button>
      </div>
    </div>
  );
}

/** Whoever wants to know whether their candidate's name is in it can ask. */
function Searched({ html }: { html: string }) {
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLTextAreaElement>(null);
  const places = useMemo(() => placesOf(html, wanted), [html, wanted]);
  const next = () => {
    const index = places.length === 0 ? -1 : (at + 1) % places.length;
    const place = places[index];
    setAt(index);
    if (place !== undefined && box.current) show(box.current, place, wanted.length);
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <label>
          {t('drift_find')}
          <input
            type="search"
            value={wanted}
            onInput={(event) => {
              setWanted(event.currentTarget.value);
              setAt(-1);
            }}
          />
        </label>
        <output>{wanted && counted('drift_found', places.length)}</output>
      </form>
      <textarea ref={box} readOnly rows={10} aria-label={t('drift_report_file')} spellcheck={false} value={html} />
    </>
  );
}

/** The browser scrolls to what is typed, not to what is selected: by the share of the text it is near enough. */
function show(box: HTMLTextAreaElement, place: number, length: number): void {
  box.focus();
  box.setSelectionRange(place, place + length);
  box.scrollTo(0, (box.scrollHeight * place) / box.value.length - box.clientHeight / 2);
}

/** Where a text stands in the file, whatever its case; at most as many as anybody walks through. */
function placesOf(html: string, wanted: string): number[] {
  const found: number[] = [];
  if (!wanted) return found;
  const [source, sought] = [html.toLowerCase(), wanted.toLowerCase()];
  for (let at = source.indexOf(sought); at >= 0 && found.length < 1000; at = source.indexOf(sought, at + 1)) found.push(at);
  return found;
}
