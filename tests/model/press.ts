/** One press on Export, and what became of it. */
import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

export interface Press {
  /** From 1. */
  n: number;
  client: number;
  who: string;
  account: string;
  user: number;
  request: ExportRequest;
  holdMs: number;
  /** By true time. */
  at?: number;
  /** Which row the recruiter was told is theirs. */
  told?: string;
  sentNow?: boolean;
  /** The recruiter wanted it back out of Greenhouse. */
  wantsBack?: boolean;
  /** The recruiter let it go. */
  dropped?: boolean;
  /** The recruiter saw in Greenhouse that it arrived. */
  seen?: boolean;
  /** With a partner key: nobody can be looked for. */
  blind: boolean;
  /** How many notes there may be: one, and one for each time that the recruiter wanted it again. */
  noted?: number;
  /** How often the recruiter had it looked for again. */
  hurried?: number;
  /** When each create left, by true time. */
  left: number[];
  /** Other records of theirs of which the recruiter was told; whoever keeps both is not told of them for ever. */
  heard: Set<number>;
}

/** What a recruiter saw when they answered. */
export type Answered = { seen: number | undefined; about: ExportView['question'] };
