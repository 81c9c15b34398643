/** How much is loaded, and when; and how large the package is. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

import { BUILT } from '../../support/extension.ts';
import { kB, type Row } from '../row.ts';
import { loadedByPage, loadedLater, withStaticImports } from './loaded.ts';

const IN_PAGE_KB = 12;
/** The reader of any page, which has to know every way in which one may describe a person. */
const ANY_READER = 'read-web.js';
const ANY_READER_KB = 20;
const WORKER_KB = 100.5;
const PANEL_KB = 46.5;
const ZIP_KB = 500;

const gzipped = (file: string): number => gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).length;
const sum = (files: Iterable<string>): number => kB([...files].reduce((total, file) => total + gzipped(file), 0));
const sized = (what: string, files: Iterable<string>, atMost?: number): Row => ({
  what: `bytes: ${what}, gzip`,
  value: sum(files),
  unit: 'kB',
  ...(atMost === undefined ? {} : { atMost }),
});

/** A ZIP of these files to the byte: each deflated, under two headers with its name, and one record at the end. */
function zipped(): number {
  const [LOCAL, CENTRAL, END] = [30, 46, 22];
  const files = globSync('**/*', { cwd: BUILT }).filter((file) => statSync(join(BUILT, file)).isFile());
  const sizes = files.map((file) => {
    const bytes = readFileSync(join(BUILT, file));
    const packed = Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length);
    return packed + LOCAL + CENTRAL + 2 * Buffer.byteLength(file);
  });
  return sizes.reduce((total, size) => total + size, END);
}

export async function bytes(): Promise<Row[]> {
  const inPage = globSync(['read-*.js', 'page-*.js'], { cwd: BUILT }).sort();
  if (inPage.length < 2) throw new Error('The build has no in-page scripts.');
  const worker = withStaticImports(['background.js']);
  const panel = loadedByPage('sidepanel.html');
  const options = loadedByPage('options.html');
  const later = loadedLater(worker.union(panel).union(options));
  return [
    ...inPage.map((file) => sized(`in-page script ${file}`, [file], file === ANY_READER ? ANY_READER_KB : IN_PAGE_KB)),
    sized('worker', worker, WORKER_KB),
    sized('panel with styles', panel, PANEL_KB),
    sized('options page with styles', options),
    ...[...later].map((file) => sized(`loaded when needed: ${file}`, [file])),
    { what: 'bytes: package for the store, zip', value: kB(zipped()), unit: 'kB', atMost: ZIP_KB },
  ];
}
