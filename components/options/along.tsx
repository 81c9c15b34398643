/** What goes along with every export besides the person. */
import { useEffect, useMemo } from 'preact/hooks';

import { alongModel } from '#lib/options/along.ts';
import type { OptionsPorts } from '#lib/options/ports.ts';
import type { ChangeSettings } from '#lib/options/settings.ts';
import { t } from '#lib/text.ts';

import { SetByOrganisation } from './managed.tsx';
import { Switch } from './switch.tsx';

const WORDS = {
  sendCareer: ['options_send_career', 'options_send_career_hint'],
  attachProfile: ['options_attach_profile', 'options_attach_profile_hint'],
} as const;

export function Along({ ports, change }: { ports: OptionsPorts; change: ChangeSettings }) {
  const model = useMemo(() => alongModel(ports, change), [ports, change]);
  useEffect(() => {
    const started = model.start();
    return () => void started.then((stop) => stop());
  }, [model]);
  const goes = model.goes.value;
  return (['sendCareer', 'attachProfile'] as const).map((key) => {
    const [label, hint] = WORDS[key];
    return model.isSet(key) ? (
      <SetByOrganisation
        key={key}
        id={key}
        label={t(label)}
        value={t(goes[key] ? 'options_managed_on' : 'options_managed_off')}
      />
    ) : (
      <Switch key={key} id={key} label={t(label)} hint={t(hint)} on={goes[key]} turn={(on) => model.turn(key, on)} />
    );
  });
}
