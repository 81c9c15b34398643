/** Tells of most numbers that are not among many that they are not, in one look. Never wrong about one that is. */
const BITS = 2 ** 21;

export class Sieve {
  readonly #bits = new Uint8Array(BITS / 8);

  add(number: number): void {
    const bit = number & (BITS - 1);
    this.#bits[bit >> 3] = (this.#bits[bit >> 3] as number) | (1 << (bit & 7));
  }

  mayHave(number: number): boolean {
    const bit = number & (BITS - 1);
    return ((this.#bits[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
  }
}
