/** What Gleaner was taught: by the recruiter on this machine, and by rule sets that somebody signed off. */
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { taughtModel, type ShownSet, type TaughtModel, type TaughtPorts } from '#lib/options/taught.ts';
import { dayOf, fieldsOf, placeName, refusalAdvice, takenText } from '#lib/options/taught-words.ts';
import type { Taught as Lesson } from '#lib/teach/taught.ts';
import { FIELD_TEXT, stoppedText } from '#lib/teach/words.ts';
import { counted, t } from '#lib/text.ts';

import { Problem } from './problem.tsx';

export function Taught({ ports }: { ports: TaughtPorts }) {
  const model = useMemo(() => taughtModel(ports), [ports]);
  useEffect(() => {
    const started = model.start();
    return () => void started.then((stop) => stop());
  }, [model]);
  const lessons = model.lessons.value;
  const sets = model.sets.value;
  return (
    <section aria-labelledby="taught">
      <h2 id="taught" tabIndex={-1}>
        {t('taught')}
      </h2>
      <p class="soft">{t(lessons.length > 0 ? 'taught_intro' : 'taught_none')}</p>
      {lessons.length > 0 && (
        <ul class="taught">
          {lessons.map((lesson) => (
            <OneLesson key={lesson.id} lesson={lesson} model={model} />
          ))}
        </ul>
      )}
      {sets.length > 0 && (
        <>
          <h3>{t('taught_sets')}</h3>
          <ul class="taught">
            {sets.map((shown) => (
              <OneSet key={`${shown.given} ${shown.set.site} ${shown.set.version}`} shown={shown} model={model} />
            ))}
          </ul>
        </>
      )}
      {model.broken.value > 0 && <p class="notice warn">{counted('taught_broken', model.broken.value)}</p>}
      <Files model={model} mayBeSaved={lessons.length > 0} />
    </section>
  );
}

/** What is removed takes its button along: the keyboard goes on at the heading. */
const andGoOn = (removing: Promise<void>) => void removing.then(() => document.getElementById('taught')?.focus());

function OneLesson({ lesson, model }: { lesson: Lesson; model: TaughtModel }) {
  const name = t('taught_name', t(FIELD_TEXT[lesson.rule.field]), lesson.host);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p class="soft">
          {t('taught_on', dayOf(lesson.taughtAt))} {lesson.used > 0 ? counted('taught_used', lesson.used) : t('taught_unused')}
          {lesson.rule.corrects && ` ${t('taught_corrects')}`}
        </p>
        {lesson.stopped && <p>{t('taught_stopped', dayOf(lesson.stopped.at), stoppedText(lesson))}</p>}
      </div>
      <button
        type="button"
        class="plain"
        aria-label={t('taught_remove_named', name)}
        onClick={() => andGoOn(model.remove(lesson.id))}
      >
        {t('taught_remove')}
      </button>
    </li>
  );
}

function OneSet({ shown: { set, given, idle }, model }: { shown: ShownSet; model: TaughtModel }) {
  const name = t('taught_set_name', placeName(set.site), set.version);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p class="soft" dir="auto">
          {t('taught_set_by', set.signedOff.by, dayOf(set.signedOff.on), fieldsOf(set))}
        </p>
        {set.note && <p dir="auto">{set.note}</p>}
        {given && <p>{t('options_managed_set')}</p>}
        {idle && <p>{t('taught_set_idle')}</p>}
      </div>
      {!given && (
        <button
          type="button"
          class="plain"
          aria-label={t('taught_remove_named', name)}
          onClick={() => andGoOn(model.removeSet(set))}
        >
          {t('taught_remove')}
        </button>
      )}
    </li>
  );
}

function Files({ model, mayBeSaved }: { model: TaughtModel; mayBeSaved: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const said = model.said.value;
  const taken = (element: HTMLInputElement) => {
    const [file] = element.files ?? [];
    if (file) void model.take(file);
    // The same file, mended, may be taken again.
    element.value = '';
  };
  return (
    <>
      <div class="row">
        {mayBeSaved && (
          <button type="button" class="plain" onClick={() => model.save()}>
            {t('taught_save')}
          </button>
        )}
        <button type="button" class="plain" onClick={() => input.current?.click()}>
          {t('taught_take')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('taught_take')}
          onChange={(event) => taken(event.currentTarget)}
        />
      </div>
      <small>{t('taught_files')}</small>
      {said?.is === 'refused' ? (
        <Problem notice={{ advice: refusalAdvice(said), tone: 'bad' }} />
      ) : (
        <output aria-label={t('taught_take')}>{said && takenText(said)}</output>
      )}
    </>
  );
}
