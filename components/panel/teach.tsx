/** The recruiter shows Gleaner where a value stands. One quiet button until it is wanted. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { Draft } from '#lib/panel/draft.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { createTeaching, type TeachingModel, type TeachingPorts, type TeachingState } from '#lib/panel/teaching.ts';
import type { Choice } from '#lib/teach/parts.ts';
import { FIELD_TEXT } from '#lib/teach/words.ts';
import type { TaughtField } from '#lib/teach/schema.ts';
import { t } from '#lib/text.ts';

import { Stopped } from './taught-stopped.tsx';
import { later } from '#components/later.tsx';

const Told = later(async () => (await import('./told.tsx')).Told);

const OPENER = 'teach-open';

interface TeachProps {
  panel: Panel;
  /** Absent where nobody was found: then the name is what is wanted. */
  draft?: Draft | undefined;
}

export function Teach(props: TeachProps) {
  const [ports, setPorts] = useState<TeachingPorts>();
  const { panel } = props;
  useEffect(() => void panel.teaching().then((loaded) => setPorts(() => loaded)), [panel]);
  return ports ? <Teaching {...props} ports={ports} /> : null;
}

function Teaching({ panel, draft, ports }: TeachProps & { ports: TeachingPorts }) {
  const { page, person } = panel;
  const model = useMemo(
    () =>
      createTeaching(ports, {
        tabId: () => page.tabId(),
        draft: () => (page.state.value.is === 'person' ? person.draft.value : undefined),
        amend: (how) => person.amend(how),
        readAgain: () => page.readAgain(),
      }),
    [ports, page, person],
  );
  const whose = draft?.externalId;
  useEffect(() => () => model.close(), [model, whose]);
  const state = model.state.value;
  const part = useFocusThatFollows(state.is);
  const fields = draft ? (Object.keys(FIELD_TEXT) as TaughtField[]) : (['fullName'] as const);
  return (
    <div ref={part}>
      <Stopped ports={ports} tabId={page.tabId()} about={whose} />
      {state.is === 'closed' ? (
        <div class="missing">
          <button type="button" id={OPENER} class="link" onClick={() => model.open()}>
            {t(draft ? 'teach_open' : 'teach_open_nobody')}
          </button>
        </div>
      ) : (
        <section class="connect" aria-label={t('teach_open')}>
          <Turn panel={panel} model={model} state={state} fields={fields} />
        </section>
      )}
    </div>
  );
}

/** Each step takes the place of the one before, and the button that was pressed with it: the keyboard goes on in the next. */
function useFocusThatFollows(step: TeachingState['is']) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.querySelector<HTMLElement>(':scope > section button')?.focus(), [step]);
  return part;
}

interface TurnProps {
  panel: Panel;
  model: TeachingModel;
  state: Exclude<TeachingState, { is: 'closed' }>;
  fields: readonly TaughtField[];
}

function Turn({ panel, model, state, fields }: TurnProps) {
  if (state.is === 'failed') return <Told panel={panel} error={state.error} />;
  if (state.is === 'picked') return <Choices model={model} state={state} />;
  if (state.is === 'pointing') {
    return (
      <>
        <output>{t('teach_pointing', t(FIELD_TEXT[state.field]))}</output>
        <Close model={model} text={t('teach_stop')} />
      </>
    );
  }
  if (state.is === 'taken') {
    const field = t(FIELD_TEXT[state.field]);
    return (
      <>
        <output>{state.host === undefined ? t('teach_taken_once', field) : t('teach_taken', field, state.host)}</output>
        <div class="fold-line">
          {fields.length > 1 && (
            <button type="button" class="link" onClick={() => model.open()}>
              {t('teach_another')}
            </button>
          )}
          <Close model={model} text={t('teach_close')} />
        </div>
      </>
    );
  }
  return (
    <>
      {state.is === 'nothing' && <p role="alert">{t('teach_nothing', t(FIELD_TEXT[state.field]))}</p>}
      <fieldset class="teach">
        <legend>{t('teach_which')}</legend>
        {fields.map((field) => (
          <button key={field} type="button" class="plain small" onClick={() => void model.point(field, t(FIELD_TEXT[field]))}>
            {t(FIELD_TEXT[field])}
          </button>
        ))}
      </fieldset>
      <Close model={model} text={t('teach_close')} />
    </>
  );
}

function Choices({ model, state }: { model: TeachingModel; state: Extract<TeachingState, { is: 'picked' }> }) {
  return (
    <>
      <fieldset class="teach">
        <legend>{t('teach_part', t(FIELD_TEXT[state.field]))}</legend>
        {state.choices.map((choice: Choice) => (
          <button key={choice.text} type="button" class="plain" dir="auto" onClick={() => void model.take(choice)}>
            {choice.text}
          </button>
        ))}
      </fieldset>
      <Close model={model} text={t('teach_none')} />
    </>
  );
}

/** Closed again, the keyboard is where it came from. */
function Close({ model, text }: { model: TeachingModel; text: string }) {
  const close = () => {
    model.close();
    setTimeout(() => document.getElementById(OPENER)?.focus());
  };
  return (
    <button type="button" class="link" onClick={close}>
      {text}
    </button>
  );
}
