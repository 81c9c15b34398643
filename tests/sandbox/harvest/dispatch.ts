import { type Answer, answerOrRefusal, type Call } from '../http/call.ts';
import { jsonBody } from '../http/json-body.ts';
import { forbidden, missingScope, noSuchRecord, noSuchRoute, Refusal } from '../http/refusal.ts';
import type { Row } from '../store/table.ts';
import type { World } from '../world.ts';
import { type Acting, authenticated } from './acting.ts';
import { finishDue } from './bulk.ts';
import { list } from './listing.ts';
import { present, type Resource } from './resource.ts';
import { RESOURCES } from './resources/all.ts';

/** A route: the scope's action, and what to do once the caller may. */
type Route = { action: string; answer: (acting: Acting) => Answer };

/**
 * One call to Harvest v3. The order is Greenhouse's: unknown route before authentication, then the allowance, the
 * scope, the record of the path, and only then the body (harvest-api §6, §13).
 */
export function harvest(world: World, call: Call): Answer {
  const given = answerOrRefusal(() => answer(world, call));
  // On every answer, errors included (harvest-api §5).
  return { ...given, headers: { ...world.harvestBudget.headers(), ...given.headers } };
}

function answer(world: World, call: Call): Answer {
  finishDue(world);
  const [, , name = '', ...rest] = call.path.split('/');
  const resource = RESOURCES.get(name);
  const route = resource && routeOf(resource, call.method, rest);
  if (!resource || !route) throw noSuchRoute();
  const scope = `harvest:${name}:${route.action}`;
  call.trace.scopeNeeded = scope;
  const acting = authenticated(world, call);
  if (!world.harvestBudget.spend()) throw overRate(world);
  if (!acting.holds(scope)) throw missingScope(scope);
  if (route.action === 'list' && !acting.user.site_admin) {
    if (world.quirks.nonAdminReads === 'empty') return { status: 200, body: [] };
    throw forbidden('Only Site Admins may use list endpoints.');
  }
  return route.answer(acting);
}

/** Body assumed (harvest-api §5). */
function overRate(world: World): Refusal {
  return new Refusal(
    429,
    { message: 'Too Many Requests', errors: ['Rate limit exceeded.'] },
    { 'Retry-After': String(world.harvestBudget.secondsToReset()) },
  );
}

function routeOf(resource: Resource, method: string, rest: string[]): Route | undefined {
  const [id, verb] = rest;
  if (id === undefined) return collectionRoute(resource, method);
  if (rest.length === 1 && id === 'bulk') return bulkRoute(resource, method);
  if (rest.length === 1) return recordRoute(resource, method, id);
  return rest.length === 2 ? verbRoute(resource, `${method} ${verb}`, id) : undefined;
}

function collectionRoute(resource: Resource, method: string): Route | undefined {
  if (method === 'GET') return { action: 'list', answer: (acting) => list(acting, resource) };
  const { create } = resource;
  if (method !== 'POST' || !create) return undefined;
  return { action: 'create', answer: (acting) => create(acting, jsonBody(acting.call)) };
}

function bulkRoute(resource: Resource, method: string): Route | undefined {
  const bulk = resource.bulk?.[method];
  return bulk && { action: bulk.action, answer: (acting) => bulk.act(acting, jsonBody(acting.call)) };
}

function recordRoute(resource: Resource, method: string, id: string): Route | undefined {
  const { one, update, destroy } = resource;
  if (method === 'GET' && one) return { action: 'list', answer: (acting) => readOne(acting, resource, one(acting, id)) };
  const change = method === 'PATCH' ? update : method === 'DELETE' ? destroy : undefined;
  if (!change) return undefined;
  const action = method === 'PATCH' ? 'update' : 'destroy';
  return { action, answer: (acting) => change(acting, recordOf(acting, resource, id), jsonBody(acting.call)) };
}

function verbRoute(resource: Resource, verb: string, id: string): Route | undefined {
  const change = resource.verbs?.[verb];
  if (!change) return undefined;
  const action = verb.slice(verb.indexOf(' ') + 1);
  return { action, answer: (acting) => change(acting, recordOf(acting, resource, id), jsonBody(acting.call)) };
}

function readOne(acting: Acting, resource: Resource, row: Row | undefined): Answer {
  if (!row) throw noSuchRecord(resource.singular);
  return { status: 200, body: present(resource, acting.world, row) };
}

/** The record of the path; hidden is as good as gone. */
function recordOf(acting: Acting, resource: Resource, id: string): Row {
  const row = /^\d+$/.test(id) ? resource.table(acting.world.db).get(Number(id)) : undefined;
  if (!row || resource.visible?.(acting, row) === false) throw noSuchRecord(resource.singular);
  return row;
}
