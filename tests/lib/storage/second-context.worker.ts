/** Another context of the same origin, as the worker is to the panel: seals what it is told, and hands over the sealed. */
import { seal } from '#lib/storage/sealed.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => {
  void seal(data).then((sealed) => postMessage(sealed));
});
