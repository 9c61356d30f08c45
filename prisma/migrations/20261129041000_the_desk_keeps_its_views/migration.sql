-- Under which names the staff look at the queue. Whose a view is, and whether it is everybody's, the desk's own code says; no policy shows one to a tenant.
CREATE TABLE "desk_view" (
    "id" TEXT NOT NULL,
    "kept_by" TEXT NOT NULL,
    "kept_by_name" TEXT,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT FALSE,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_view_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "desk_view_kept_by_idx" ON "desk_view"("kept_by");

ALTER TABLE "desk_view" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "desk_view" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, UPDATE ("name", "filter", "shared", "changed_at", "retired_at") ON "desk_view" TO inkproof_app;
