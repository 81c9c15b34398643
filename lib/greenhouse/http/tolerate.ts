/** Things that are nice to know: a missing right makes them unknown, and stops nothing. */
import { AppError } from '#lib/errors.ts';

/** Answers `otherwise` when the right is missing, after telling `refused` the scope; every other failure goes on. */
export async function unlessForbidden<T>(asked: Promise<T>, otherwise: T, refused?: (scope: string) => void): Promise<T> {
  try {
    return await asked;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'greenhouse/forbidden') throw thrown;
    refused?.(thrown.detail.scope ?? '');
    return otherwise;
  }
}
