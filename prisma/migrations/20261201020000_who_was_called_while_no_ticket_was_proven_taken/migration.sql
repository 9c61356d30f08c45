-- A gap calls up the chain, as tickets do, until somebody has taken it over or it ends.
CREATE TABLE "intake_call" (
    "id" TEXT NOT NULL,
    "gap_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "called" TEXT,
    "called_name" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "taken_by" TEXT,
    "taken_by_name" TEXT,

    CONSTRAINT "intake_call_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "taken_by_somebody" CHECK (("taken_at" IS NULL) = ("taken_by" IS NULL) AND ("taken_at" IS NULL OR "next_at" IS NULL)),
    CONSTRAINT "intake_call_gap_id_fkey" FOREIGN KEY ("gap_id") REFERENCES "intake_gap"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Nobody is called twice for the same.
CREATE UNIQUE INDEX "intake_call_gap_id_level_key" ON "intake_call"("gap_id", "level");

ALTER TABLE "intake_call" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Whom the provider calls is its own affair.
CREATE POLICY provider ON "intake_call" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, UPDATE ("next_at", "taken_at", "taken_by", "taken_by_name") ON "intake_call" TO inkproof_app;
