/** A thread with a recogniser of its own, which reads lines of the image that it was shown last, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { GreyImage } from '../../image/grey-image.js';
import { Network } from './network.js';
import { Recogniser } from './recogniser.js';
import type { TextBox } from './text-box.js';
import type { OfThread } from './two-recognisers.js';

const { model, characters } = workerData as OfThread;
const recogniser = new Recogniser(await Network.load(model, { hasArena: true }), characters);

let image: GreyImage | undefined;
let last = Promise.resolve();
parentPort?.on('message', (said: { image: GreyImage } | { box: TextBox; squeeze: number }) => {
  last = last.then(async () => {
    if ('image' in said) image = said.image;
    else if (image) parentPort?.postMessage(await recogniser.read(image, said.box, said.squeeze));
  });
});
