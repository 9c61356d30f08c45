import { keepBlocked } from './blocked.js';
import { foldAffine } from './fold.js';
import { withGraph } from './graph.js';
import { fuseHardSwish } from './hard-swish.js';

/** Goes up when the rewritten graphs change, because their last bits belong to what a page was read with. */
export const GRAPH_VERSION = 1;

/** A model that answers the same in fewer steps. One that is written in a way we do not know is given back as it is. */
export const rewritten = (model: Uint8Array): Uint8Array => {
  try {
    return withGraph(model, (graph) => keepBlocked(foldAffine(fuseHardSwish(graph))));
  } catch {
    return model;
  }
};
