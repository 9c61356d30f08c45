-- What a window would say next lies apart from what it said: versions are what was announced, and nobody was told of this.
CREATE TABLE "maintenance_change" (
    "window_id" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "maintenance_change_pkey" PRIMARY KEY ("window_id")
);
ALTER TABLE "maintenance_change" ADD CONSTRAINT "maintenance_change_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "maintenance_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "maintenance_change" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "maintenance_change" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, UPDATE ("approval_id", "asked", "written_by", "written_at") ON "maintenance_change" TO inkproof_app;
