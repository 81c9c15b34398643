/** Reads an answer as JSON without trusting its size or its type. */

/** A page of 500 candidates is about a megabyte; ten times that is not an answer of Greenhouse. */
const LARGEST_BYTES = 10 * 1024 * 1024;

/** The answer came, but not as the JSON that was asked for. */
export class UnreadableBody extends Error {}

async function limitedText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LARGEST_BYTES) {
      await reader.cancel();
      throw new UnreadableBody();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** @throws UnreadableBody when it is no JSON, or too large; whatever the stream throws when the connection breaks. */
export async function readJson(response: Response): Promise<unknown> {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    throw new UnreadableBody();
  }
  const text = await limitedText(response);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableBody();
  }
}
