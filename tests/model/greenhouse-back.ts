/** Of the model's Greenhouse: taking back, and making two records one. */
import { AppError } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';

import type { Caller } from './greenhouse.ts';
import type { MadePerson } from './records.ts';
import { removedApplication, removedPerson, removedTags } from './taken-back.ts';
import type { World } from './world.ts';

interface Calls {
  write: <T>(name: string, work: () => T) => Promise<T>;
  /** Refuses whoever is gone. */
  there: (candidateId: number) => MadePerson;
  caller: Caller;
}

/** Who works there without us. */
const COLLEAGUE = 99;

export function backOf({ truth, lags, time, note }: World, { write, there, caller }: Calls): Partial<Greenhouse> {
  const isListed = ({ at }: { at: number }): boolean => at + lags.ids <= time.now;
  return {
    notesOn: (candidateId) =>
      write('notesOn', () =>
        truth.notes
          .filter((one) => one.candidateId === candidateId && isListed(one))
          .map(({ by }) => ({ kind: 'NOTE', userId: truth.presses[by - 1]?.user ?? COLLEAGUE })),
      ),
    removeApplication: (id) => {
      const deletion = caller.deletes('application', id);
      return write('removeApplication', () => removedApplication(truth, id, deletion));
    },
    removePerson: (id) => {
      const deletion = caller.deletes('person', id);
      return write('removePerson', () => removedPerson(truth, id, deletion));
    },
    removeTags: (id, tags) => {
      const deletion = caller.deletes('tags', id);
      return write('removeTags', () => removedTags(truth, id, tags, deletion));
    },
    mergePeople: (survivorId, otherId) =>
      write('mergePeople', () => {
        const [stays, goes] = [there(survivorId), there(otherId)];
        if (!isListed(stays) || !isListed(goes)) throw new AppError('greenhouse/not-found').as('no');
        note(`Greenhouse: candidate ${otherId} is merged into ${survivorId}`);
        stays.applications.push(...goes.applications);
        stays.tags.push(...goes.tags);
        for (const one of truth.notes) if (one.candidateId === otherId) one.candidateId = survivorId;
        truth.gone.set(otherId, time.now);
      }),
  };
}
