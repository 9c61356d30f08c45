import { Controller, Inject } from '@nestjs/common';
import { api, type Node } from '@inkproof/contract';
import { Answers } from '@inkproof/platform';
import { NodeStore } from '../store/node-store.js';

@Controller()
export class NodeController {
  constructor(@Inject(NodeStore) private readonly nodes: NodeStore) {}

  @Answers(api.admin.nodes)
  async list(): Promise<{ items: Node[] }> {
    return { items: await this.nodes.list() };
  }
}
