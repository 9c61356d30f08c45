-- CreateTable
CREATE TABLE "intake_gap" (
    "id" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "met" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "intake_gap_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "intake_gap_from_idx" ON "intake_gap"("from");
-- One at a time, whichever node finds it.
CREATE UNIQUE INDEX "intake_gap_running" ON "intake_gap" ((true)) WHERE "ended_at" IS NULL;

GRANT SELECT, INSERT, UPDATE ("ended_at") ON "intake_gap" TO inkproof_app;
