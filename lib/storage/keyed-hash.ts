/** What stands for an address or a number where only sameness counts: without this device's key nobody can tell what it was of. */
import { deviceKey } from './device-key.ts';

/** 48 bits: some thousands are kept at once, and who meets another by chance waits for them, or is asked. */
const BYTES = 6;

const key = (): Promise<CryptoKey> =>
  deviceKey('hash', () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']));

export async function keyedHash(text: string): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', await key(), new TextEncoder().encode(text));
  return Array.from(new Uint8Array(signed, 0, BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
