/** What an export is held to at its end: once, all of it, where it belongs, and all of it told. */
import type { ExportRequest, ExportView, FollowUp } from '#lib/export/schema.ts';

import type { Wish } from './flavours.ts';
import { endOf } from './granted.ts';
import type { WholeTruth } from './truth.ts';
import { COUNTED, type Kind, type Problem } from './verdict.ts';

type Makes = Record<string, number>;

export interface Held {
  /** What an export leaves that nothing goes wrong with. */
  clean: Makes;
  /** Something was not allowed: what is told as left out for that is. */
  mayNot: boolean;
  /** Nor was reading the fields for external ids: whoever may not writes none, and is told so in the settings. */
  mayNotLink?: boolean;
  wish?: Wish | undefined;
  /** What stood there when the wish was said. */
  stood?: Makes | undefined;
}

export function endsWell(view: ExportView, request: ExportRequest, truth: WholeTruth, held: Held): Problem[] {
  const left = held.mayNot && held.wish === 'step-back' && view.outcome === 'stepped-back' ? view.twins?.[0] : undefined;
  return [
    ...amounts(view, truth, held, left),
    ...places(view, request, truth, held.wish),
    ...(left === undefined || (truth.people.includes(left) && left !== view.candidateId)
      ? []
      : [wrong(`${left} is told to be left, and is not`)]),
    ...ending(view, held.wish),
    ...steps(view, truth, held),
  ];
}

const wrong = (what: string): Problem => ({ kind: 'told wrongly', what });

/** As much of each kind as after an export that nothing went wrong with. */
function amounts(view: ExportView, { makes }: WholeTruth, held: Held, left: number | undefined): Problem[] {
  const { clean, stood = {}, mayNotLink = false, wish } = held;
  const notThere = new Set(view.followUps.filter(isLeftOut(held)).map(({ step }) => COUNTED[step]));
  if (mayNotLink) notThere.add('mentions');
  // A record that may not be deleted is told by its number, and stays as it was but for its application.
  const wanted: Makes = left === undefined ? clean : { ...stood, applications: clean['applications'] ?? 0 };
  return Object.keys(clean).flatMap((kind): Problem[] => {
    const [is, should] = [makes[kind] ?? 0, wanted[kind] ?? 0];
    if (is === should || (is < should && notThere.has(kind))) return [];
    return [{ kind: kindOf(kind, is > should, wish), what: `${is} ${kind} instead of ${should}` }];
  });
}

const kindOf = (counted: string, more: boolean, wish?: Wish): Kind => {
  if (more && wish) return 'left';
  if (counted === 'mentions') return 'unlinked';
  if (counted !== 'candidates' && counted !== 'applications') return 'follow-up';
  return more ? 'twice' : 'lost';
};

/** Whoever is told of is there, and on the job that was chosen; or is not on it any more. */
function places(view: ExportView, request: ExportRequest, { people, applications }: WholeTruth, wish?: Wish): Problem[] {
  const { candidateId, applicationId } = view;
  const { candidateId: known, target } = request;
  const isThere = candidateId !== undefined && (people.includes(candidateId) || candidateId === known);
  const theirs = applications.filter((one) => one.candidateId === candidateId);
  const onJob = target.kind === 'candidate' ? applications.filter(({ jobId }) => jobId === target.jobId) : [];
  const isGoing = wish === 'undo' || wish === 'step-back';
  return [
    ...(candidateId === undefined || isThere ? [] : [wrong(`it ends as ${candidateId}, who is not there`)]),
    ...(applicationId === undefined || theirs.some(({ id }) => id === applicationId)
      ? []
      : [wrong(`it ends with application ${applicationId}, which is not theirs`)]),
    ...onJob
      .filter((one) => isGoing || one.candidateId !== candidateId)
      .map((one) => wrong(`${one.candidateId} is on the job, and it ends as ${candidateId}`)),
    ...(isGoing || target.kind !== 'candidate' || onJob.length > 0 ? [] : [wrong('nobody is on the job that was chosen')]),
  ];
}

function ending(view: ExportView, wish?: Wish): Problem[] {
  const { state, outcome = view.outcome } = endOf(wish);
  const isSo = view.state === state && view.outcome === outcome && (state !== 'done' || outcome !== undefined);
  return isSo ? [] : [wrong(`it ends as ${view.state}, ${view.outcome}`)];
}

const NO_RIGHT: ReadonlySet<string | undefined> = new Set(['greenhouse/forbidden', 'greenhouse/not-offered']);

/** What was to follow a record that went; and what there is no right to, where that is said. */
const isLeftOut =
  ({ mayNot, wish }: Held) =>
  ({ state, error, lacks }: FollowUp): boolean =>
    state === 'skipped' && (wish === 'step-back' || (mayNot && (NO_RIGHT.has(error?.code) || lacks === 'right')));

function steps({ followUps }: ExportView, { makes }: WholeTruth, held: Held): Problem[] {
  const leftOut = isLeftOut(held);
  return followUps.flatMap((one): Problem[] => {
    const { step, state, error, lacks } = one;
    // Whatever Greenhouse has no place for is left out of a clean export, too.
    if (state !== 'done' && !leftOut(one) && lacks === undefined)
      return [{ kind: 'follow-up', what: `${step} ends as ${state}` }];
    const ofStep = followUps.filter((other) => other.step === step);
    const isTold = state !== 'skipped' || error?.code === 'greenhouse/unknown-outcome' || ofStep.length > 1;
    return isTold || (makes[COUNTED[step] ?? ''] ?? 0) === 0 ? [] : [wrong(`${step} is said to be left out and is not`)];
  });
}
