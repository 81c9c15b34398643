/** What ended well stays as it ended while others are exported from the same browser: nobody comes a second time, and nothing else is told. */
import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

import type { Sandbox } from '../sandbox/server.ts';
import { wordsOf } from './reading.ts';
import { truthOf } from './truth.ts';
import type { Problem } from './verdict.ts';

interface Ended {
  cell: string;
  request: ExportRequest;
  left: string;
  told: string | undefined;
}

export interface Afterwards {
  /** It has ended, and well. */
  ended(cell: string, request: ExportRequest, views: readonly ExportView[]): void;
  /** What is not as it was any more; each is told once. */
  changed(views: readonly ExportView[]): Problem[];
}

/** The form gives an export an id of its own. */
export const viewOf = (views: readonly ExportView[], { id, externalId }: ExportRequest): ExportView | undefined =>
  views.find((view) => view.id === id) ?? views.find((view) => view.externalId === externalId);

export function afterwardsIn(sandbox: Pick<Sandbox, 'written'>): Afterwards {
  let all: Ended[] = [];
  const stands = (request: ExportRequest, views: readonly ExportView[]) => {
    const view = viewOf(views, request);
    const { people, makes } = truthOf(sandbox, request);
    return { left: JSON.stringify({ people, ...makes }), told: view && wordsOf(view) };
  };
  return {
    ended(cell, request, views) {
      all.push({ cell, request, ...stands(request, views) });
    },
    changed(views) {
      const found = all.map((one) => ({ one, now: stands(one.request, views) }));
      const wrong = found.filter(({ one, now }) => now.left !== one.left || now.told !== one.told);
      all = all.filter((one) => !wrong.some((other) => other.one === one));
      return wrong.map(({ one: { cell, left, told }, now }) =>
        now.left === left
          ? { kind: 'told wrongly', what: `${cell} ended as ${told}, and is ${now.told} by now` }
          : { kind: 'twice', what: `${cell} left ${left}, and ${now.left} is there by now` },
      );
    },
  };
}
