import { useState } from 'preact/hooks';

import { asText, tickOf, type ScopeGroup, type Task } from '#lib/options/checklist.ts';
import type { TicksModel } from '#lib/options/ticks.ts';
import { t } from '#lib/text.ts';

import { Scope } from './scope.tsx';

/** Steps to follow in Greenhouse: ticked off here, printed, or sent to whoever may do them. */
export function Checklist({ tasks, model }: { tasks: readonly Task[]; model: TicksModel }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => setCopied(await model.copy(asText(tasks, model.ticked.value)));
  return (
    <div class="checklist">
      <ol>
        {tasks.map((task) => (
          <li key={task.id}>
            <Tick tick={tickOf(task)} model={model}>
              {task.text}
            </Tick>
            {task.groups.map((group) => (
              <Group key={group.title ?? ''} task={task} group={group} model={model} />
            ))}
          </li>
        ))}
      </ol>
      <div class="row">
        <button type="button" class="plain" onClick={() => void copy()}>
          {t('options_copy')}
        </button>
        <button type="button" class="plain" onClick={() => model.print()}>
          {t('doctor_print')}
        </button>
        <output aria-label={t('options_copy')}>
          {copied !== undefined && t(copied ? 'options_copied' : 'options_copy_failed')}
        </output>
      </div>
    </div>
  );
}

interface GroupProps {
  task: Task;
  group: ScopeGroup;
  model: TicksModel;
}

function Group({ task, group: { title, scopes, folded }, model }: GroupProps) {
  const list = (
    <ul class="scopes" aria-label={title ?? t('options_scopes')}>
      {scopes.map(({ scope, purpose }) => (
        <li key={scope}>
          <Tick tick={tickOf(task, scope)} model={model}>
            <Scope name={scope} />
            {purpose !== undefined && <small>{purpose}</small>}
          </Tick>
        </li>
      ))}
    </ul>
  );
  if (title === undefined) return list;
  return (
    <details class="group" open={folded !== true}>
      <summary>
        {title} <small>{scopes.length}</small>
      </summary>
      {list}
    </details>
  );
}

interface TickProps {
  tick: string;
  model: TicksModel;
  children: preact.ComponentChildren;
}

function Tick({ tick, model, children }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={model.ticked.value.has(tick)} onChange={() => model.tick(tick)} />
      <span>{children}</span>
    </label>
  );
}
