/**
 * What can follow a create: how each step is added, and how one is looked for whose answer was lost. A new step is a new entry here, and
 * what it is called in `follow-up-text.ts`.
 */
import type { Greenhouse, Linked } from '#lib/greenhouse/port.ts';

import { linkOf } from './link.ts';
import type { ExportRequest, FollowUp } from './schema.ts';

/** What is added, to whom. */
export interface Following {
  greenhouse: Greenhouse;
  request: ExportRequest;
  candidateId: number;
  applicationId: number | undefined;
  item: number | undefined;
}

interface Step {
  add(what: Following): Promise<{ linked?: Linked; tagged?: string[] }>;
  /**
   * Whether it is there since a moment (epoch milliseconds, by Greenhouse's clock); nothing where the credential may not look. A step
   * that has none may be repeated: to add it twice is to add it once.
   */
  find?(what: Following, since: number): Promise<boolean | undefined>;
}

const noteOf = ({ request: { note }, candidateId, applicationId }: Following) => note && { candidateId, applicationId, ...note };

export const STEPS: Record<FollowUp['step'], Step> = {
  identity: {
    add: async ({ greenhouse, candidateId, request }) => ({ linked: await greenhouse.linkPerson(candidateId, linkOf(request)) }),
  },
  tags: {
    add: async ({ greenhouse, candidateId, request }) => ({ tagged: await greenhouse.addTags(candidateId, request.tags) }),
  },
  note: {
    async add(what) {
      const note = noteOf(what);
      if (note) await what.greenhouse.addNote(note);
      return {};
    },
    async find(what, since) {
      const note = noteOf(what);
      return note && what.greenhouse.findNote(note, since);
    },
  },
};

export const mayRepeat = (step: FollowUp['step']): boolean => STEPS[step].find === undefined;
