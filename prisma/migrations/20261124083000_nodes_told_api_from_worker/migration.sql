CREATE TYPE "NodeKind" AS ENUM ('api', 'worker');

-- Rows of nodes from before live until their node stops, a day at most.
ALTER TABLE "node" ADD COLUMN "kind" "NodeKind" NOT NULL DEFAULT 'api', ADD COLUMN "recycled" INTEGER NOT NULL DEFAULT 0;
