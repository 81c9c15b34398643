/** What happens to an export, what is known at that moment, and what is to be done next. */
import type { Sent, WireError } from '#lib/errors.ts';
import type { Created, Greenhouse, Linked } from '#lib/greenhouse/port.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import type { Agreement } from '#lib/identity/schema.ts';

import type { Planned } from '../career.ts';
import type { Ours } from '../own.ts';
import type { Row } from '../row.ts';
import type { Which } from '../follow-ups.ts';
import type { ExportAnswer, ExportView, UndoPart } from '../schema.ts';
import type { Seen } from '../touched.ts';

export interface Moment {
  /** Epoch milliseconds, by the device's clock. */
  now: number;
  /** By Greenhouse's, where an answer told. */
  theirs?: number | undefined;
  /** How long an export is held before anything is sent. */
  holdMs: number;
  can: Greenhouse['can'];
  /** Whether the row's own account and user are connected, and their credential open. */
  here: 'ours' | 'locked' | 'other-account' | 'other-user' | 'nobody';
}

export type Event =
  /** The beginning of every run, after any death, and between two steps that need nothing from outside. */
  | { is: 'woken' }
  | {
      is: 'looked';
      whom: 'before';
      people: readonly KnownPerson[];
      /** By what each agrees, by candidate. */
      agrees: readonly (readonly [candidateId: number, by: readonly Agreement['by'][]])[];
      own: readonly Ours[];
      /** Known by our word, and not there under this id any more: deleted, merged, or anonymised. */
      gone: readonly number[];
      /** Exported from here long ago, and not shown: deleted, merged, or private. */
      hidden: readonly number[];
    }
  | { is: 'looked'; whom: 'lost'; people: readonly KnownPerson[]; own: readonly Ours[] }
  | { is: 'looked'; whom: 'twins'; twins: readonly number[] }
  /** `closed`: one of the jobs that it goes to takes nobody any more. */
  | { is: 'looked'; whom: 'job'; closed: boolean }
  | { is: 'looked'; whom: 'back'; seen: Seen }
  /** Who is listed of the two that are made one, and who of them is where the export goes. */
  | { is: 'looked'; whom: 'pair'; there: readonly number[]; placed: readonly number[] }
  | { is: 'merged' }
  | { is: 'made'; created: Created }
  | { is: 'updated'; linked: Linked; candidateId: number }
  | {
      is: 'followed';
      which: Which;
      linked?: Linked | undefined;
      tagged?: readonly string[] | undefined;
      planned?: Planned | undefined;
    }
  /** `there`: absent where the credential may not look. */
  | { is: 'looked-for'; which: Which; there: boolean | undefined }
  | { is: 'took-back'; part: UndoPart }
  /** `whom`: of a look; `which`: of what follows. */
  | {
      is: 'failed';
      of: Exclude<Act['do'], 'go-on' | 'rest'>;
      whom?: Extract<Act, { do: 'look' }>['whom'] | undefined;
      which?: Which | undefined;
      error: WireError;
      sent: Sent;
    }
  /** `seen`: when the view that was answered was written; `about`: the question in it. */
  | { is: 'said'; answer: ExportAnswer; seen?: number | undefined; about?: ExportView['question'] }
  | { is: 'take-back'; parts: readonly UndoPart[]; seen: number }
  | { is: 'undo' }
  | { is: 'send-now' };

export type Act =
  | { do: 'look'; whom: 'before' | 'lost' | 'twins' | 'job' | 'back' | 'pair' }
  | { do: 'make'; what: 'person' }
  | { do: 'make'; what: 'application'; candidateId: number }
  | { do: 'update'; candidateId: number }
  | { do: 'merge'; survivorId: number; otherId: number }
  | { do: 'follow'; which: Which }
  | { do: 'look-for'; which: Which }
  /** `id`: of the application, or of whoever it is. */
  | { do: 'take-back'; part: UndoPart; id: number }
  /** Nothing from outside: the next step, at once. */
  | { do: 'go-on' }
  /** Until a time, in epoch milliseconds; until somebody answers or connects; or for good. */
  | { do: 'rest'; until?: number | undefined };

/** The act is carried out only after the row is written; whoever dies in between finds that row, and is `woken` on it. */
export interface Next {
  row: Row;
  act: Act;
}

export const GO_ON: Act = { do: 'go-on' };

export const isHere = ({ here }: Moment): boolean => here === 'ours' || here === 'locked';

export const rest = (row: Row, until?: number): Next => ({
  row,
  act: until === undefined ? { do: 'rest' } : { do: 'rest', until },
});
