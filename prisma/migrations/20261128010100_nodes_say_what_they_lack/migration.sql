-- What each node needs, and whether it had that at its last sign of life: one page shows all nodes, whichever answers it.
ALTER TABLE "node" ADD COLUMN "checks" JSONB NOT NULL DEFAULT '{}';
