import { type Answer, answerOrRefusal, type Call } from '../http/call.ts';
import { jsonBody } from '../http/json-body.ts';
import { forbidden, missingScope, noSuchRecord, noSuchRoute, Refusal, unprocessable } from '../http/refusal.ts';
import type { Row } from '../store/table.ts';
import type { World } from '../world.ts';
import { type Acting, authenticated } from './acting.ts';
import { finishDue } from './bulk.ts';
import { list } from './listing.ts';
import { present, type Resource } from './resource.ts';
import { RESOURCES } from './resources/all.ts';
import { asSwitched } from './switched-bodies.ts';
import type { Change, Outcome } from './write.ts';

/** A route: the scope's action, and what to do once the caller may. */
type Route = { action: string; answer: (acting: Acting) => Answer };

/**
 * One call to Harvest v3. The order is Greenhouse's: unknown route before authentication, then the allowance, the
 * scope, the record of the path, and only then the body (harvest-api §6, §13).
 */
export function harvest(world: World, call: Call): Answer {
  const given = asSwitched(
    world.quirks,
    answerOrRefusal(() => answer(world, call)),
  );
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
  return { action: 'create', answer: (acting) => told(acting, resource, create.act(acting, bodyOf(acting))) };
}

function bulkRoute(resource: Resource, method: string): Route | undefined {
  const bulk = resource.bulk?.[method];
  return bulk && { action: bulk.action, answer: (acting) => bulk.act(acting, bodyOf(acting)) };
}

function recordRoute(resource: Resource, method: string, id: string): Route | undefined {
  const { one, update, destroy } = resource;
  if (method === 'GET' && one) return { action: 'list', answer: (acting) => readOne(acting, resource, one(acting, id)) };
  if (method === 'PATCH' && update) return changeRoute(resource, 'update', update, id);
  if (method !== 'DELETE' || !destroy) return undefined;
  return { action: 'destroy', answer: (acting) => destroy(acting, recordOf(acting, resource, id)) };
}

function verbRoute(resource: Resource, verb: string, id: string): Route | undefined {
  const change = resource.verbs?.[verb];
  return change && changeRoute(resource, verb.slice(verb.indexOf(' ') + 1), change, id);
}

/** The record before the body (harvest-api §13 on §6). */
function changeRoute(resource: Resource, action: string, change: Change<Row>, id: string): Route {
  return {
    action,
    answer: (acting) => {
      const row = recordOf(acting, resource, id);
      return told(acting, resource, change.act(acting, row, bodyOf(acting)));
    },
  };
}

function told({ world }: Acting, resource: Resource, outcome: Outcome<Row>): Answer {
  return 'row' in outcome ? { status: outcome.status, body: present(resource, world, outcome.row) } : outcome;
}

/** Whether a body must say that it is JSON is not known (harvest-api §4.1). */
function bodyOf({ world, call }: Acting): unknown {
  const said = call.headers['content-type']?.includes('json') === true;
  if (world.quirks.jsonContentType === 'required' && call.body.length > 0 && !said) {
    throw unprocessable('Content-Type must be application/json.');
  }
  return jsonBody(call);
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
