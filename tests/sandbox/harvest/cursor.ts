import { unprocessable } from '../http/refusal.ts';

/** A place in a list: what was asked, how much at a time, and below which id to go on (harvest-api §4.2). */
export type Place = { resource: string; parameters: [string, string][]; perPage: number; below: number };

export function encodeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

export function decodeCursor(cursor: string, resource: string): Place {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Place;
    if (place.resource === resource && Array.isArray(place.parameters)) return place;
  } catch {
    // Refused below, like a cursor of another list.
  }
  throw unprocessable({ cursor: 'is invalid' });
}
