import { AppError } from '#lib/errors.ts';

/** For all that comes before a write: whatever fails in it, nothing has left us. */
export async function beforeSending<T>(work: () => T | PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw AppError.from(thrown).as('no');
  }
}
