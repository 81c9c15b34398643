/**
 * What can follow a create: how each step is added, and how one is looked for whose answer was lost. A new step is a new entry here, and
 * what it is called in `follow-up-text.ts`.
 */
import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { CareerEntry, Greenhouse, Linked } from '#lib/greenhouse/port.ts';

import { attach, isAttached } from './attachment.ts';
import { plan, type Planned } from './career.ts';
import { linkOf } from './link.ts';
import type { ExportRequest, FollowUp } from './schema.ts';

/** What is added, to whom. */
export interface Following {
  greenhouse: Greenhouse;
  request: ExportRequest;
  candidateId: number;
  applicationId: number | undefined;
  /** Whether this export made them. */
  isNew: boolean;
  /** Of their career, what the step is about. */
  entry: CareerEntry | undefined;
  /** Hashes of the entries that other exports from here have added, or may have: no list need show those yet. */
  addedBefore: () => Promise<ReadonlySet<string>>;
  hash: (text: string) => Promise<string>;
}

interface Step {
  add(what: Following): Promise<{ linked?: Linked; tagged?: string[]; planned?: Planned }>;
  /**
   * Whether it is there since a moment (epoch milliseconds, by Greenhouse's clock); nothing where the credential may not look. A step
   * that has none may be repeated: to add it twice is to add it once.
   */
  find?(what: Following, since: number): Promise<boolean | undefined>;
  /** Refusals that mean that there is no right to it, or no place for it: it is left out, and nobody is asked. */
  leftOut?: readonly ErrorCode[];
}

const NO_RIGHT = ['greenhouse/forbidden', 'greenhouse/not-offered'] as const;

const noteOf = ({ request: { note }, candidateId, applicationId }: Following) => note && { candidateId, applicationId, ...note };

const entryStep: Step = {
  async add({ greenhouse, candidateId, entry }) {
    if (!entry) throw new AppError('bug').as('no');
    await greenhouse.addToCareer(candidateId, entry);
    return {};
  },
  find: async ({ greenhouse, candidateId, entry }) =>
    entry && (await greenhouse.careerThere(candidateId, entry.kind))?.includes(entry.key),
  leftOut: NO_RIGHT,
};

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
  career: { add: async (what) => ({ planned: await plan(what) }), leftOut: NO_RIGHT },
  employments: entryStep,
  educations: entryStep,
  attachment: {
    add: async (what) => attach(what).then(() => ({})),
    find: isAttached,
    leftOut: [...NO_RIGHT, 'greenhouse/not-found'],
  },
};

export const mayRepeat = (step: FollowUp['step']): boolean => STEPS[step].find === undefined;

export const isLeftOut = (step: FollowUp['step'], code: ErrorCode): boolean => STEPS[step].leftOut?.includes(code) ?? false;
