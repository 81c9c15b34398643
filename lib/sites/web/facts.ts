/** What one source on the page says about one person, before it is cleaned. */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';
import type { EvidenceSource } from '#lib/candidate/reading.ts';

import { handleHere, hostOf, type Here } from './address.ts';
import { nameWords } from './name-shape.ts';

export interface Facts {
  from: EvidenceSource;
  confidence: number;
  name?: string;
  given?: string;
  family?: string;
  headline?: string;
  title?: string;
  company?: string;
  location?: string;
  photo?: string;
  emails: string[];
  phones: string[];
  /** Other addresses of the same person. */
  links: string[];
  positions: RawPosition[];
  education: RawEducation[];
  skills: string[];
  languages: string[];
  /** The part of the page that is about the person. */
  block?: Element;
  /** Known only as who wrote what stands on the page. */
  isAuthor?: boolean;
  /** A handle on this host that names the person better than the page's address. */
  stable?: string;
}

export const noFacts = (from: EvidenceSource, confidence: number): Facts => ({
  from,
  confidence,
  emails: [],
  phones: [],
  links: [],
  positions: [],
  education: [],
  skills: [],
  languages: [],
});

/** A person, nobody, or so many that none of them is the page's. */
export type Subject = Facts | 'several' | undefined;

/** Keeps an absent value absent. */
export const pick = <K extends string>(key: K, value: string | undefined): { [key in K]?: string } =>
  value ? ({ [key]: value } as { [key in K]: string }) : {};

/**
 * The handle of a person's own address on this host. The root of a host is one only when the host bears the name: careless
 * companies give their home page to every employee.
 */
export const ownHandle = (urls: string[], here: Here, name = ''): string | undefined =>
  urls
    .map((url) => handleHere(url, here))
    .find(
      (handle) =>
        handle !== undefined &&
        (handle !== hostOf(handle) || nameWords(name).some((word) => word.length > 2 && handle.includes(word))),
    );
