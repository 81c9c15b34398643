/** What goes along with a person besides what they are: their career as Greenhouse's own records, and the profile as a text file. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';

import type { Candidate } from '#lib/candidate/schema.ts';
import type { ExportRequest } from '#lib/export/schema.ts';
import type { Capabilities } from '#lib/greenhouse/capabilities.ts';
import { educationGap, type Gap, positionGap } from '#lib/greenhouse/career-gaps.ts';
import type { GoesAlong } from '#lib/policy/rules.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { NOBODY_YET, type Draft } from './draft.ts';
import type { PanelPorts } from './ports.ts';

type Step = NonNullable<ExportRequest['career']>[number];

export interface Along {
  /** Which parts of the career go, and how many entries of each; what Greenhouse has already is not added again. */
  career: { step: Step; entries: number }[];
  file: boolean;
  /** What stays behind, and why. */
  left: { why: Gap | 'no-right'; step: Step; entries: number }[];
}

export interface AlongModel {
  /** With the person on show. */
  along: ReadonlySignal<Along>;
  /** The same as an export has it. */
  with(draft: Draft, now: number): Promise<Pick<ExportRequest, 'career' | 'file'>>;
  start(): () => void;
}

interface Around {
  person: { draft: ReadonlySignal<Draft | undefined> };
  can: ReadonlySignal<Capabilities>;
  connection: ReadonlySignal<Connection | null | undefined>;
}

export function createAlong({ memory }: Pick<PanelPorts, 'memory'>, { person, can, connection }: Around): AlongModel {
  const wanted = signal<GoesAlong | undefined>(undefined);
  const along = computed(() => alongOf(person.draft.value?.candidate ?? NOBODY_YET, can.value, connection.value, wanted.value));
  return {
    along,
    async with(draft, now) {
      const { career, file } = along.value;
      return {
        ...(career.length > 0 ? { career: career.map(({ step }) => step) } : {}),
        // Loaded for the few who want it.
        ...(file ? { file: (await import('./profile-file.ts')).profileFile(draft, now) } : {}),
      };
    },
    start: () => memory.goesAlong.follow((next) => (wanted.value = next)),
  };
}

const SCOPES = { employments: 'candidate_employments', educations: 'candidate_educations' } as const;

function alongOf(
  { positions, education }: Candidate,
  can: Capabilities,
  connection: Connection | null | undefined,
  wanted: GoesAlong | undefined,
): Along {
  const along: Along = { career: [], file: false, left: [] };
  if (!connection?.identity || !wanted) return along;
  /** As the last check-up of the connection has found. */
  const mayAdd = (what: string): boolean =>
    !connection.rights.some(({ scope, state }) => state === 'missing' && scope === `harvest:${what}:create`);
  const take = (step: Step, gaps: readonly (Gap | undefined)[]): void => {
    const whys = mayAdd(SCOPES[step]) ? gaps : gaps.map(() => 'no-right' as const);
    for (const why of new Set(whys)) {
      const entries = whys.filter((one) => one === why).length;
      if (why) along.left.push({ why, step, entries });
      else along.career.push({ step, entries });
    }
  };
  if (wanted.sendCareer && can.career) {
    take('employments', positions.map(positionGap));
    take('educations', education.map(educationGap));
  }
  along.file = wanted.attachProfile && can.attaches && mayAdd('attachments');
  return along;
}
