CREATE TYPE "JobState" AS ENUM ('queued', 'running', 'succeeded', 'partial', 'failed', 'canceled');

CREATE TABLE "job" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "key_id" TEXT,
    "channel" "Channel" NOT NULL,
    "environment" "Environment" NOT NULL,
    "tag" TEXT,
    "state" "JobState" NOT NULL,
    "admitted_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),
    "pages_done" INTEGER NOT NULL DEFAULT 0,
    "sealed" BYTEA,
    "sealed_key" BYTEA,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "job_document" (
    "job_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "tag" TEXT,
    "state" "JobState" NOT NULL,
    "turn" INTEGER NOT NULL,
    "queue_id" UUID NOT NULL,
    "file_id" TEXT NOT NULL,
    "worker" INTEGER,
    "pages" INTEGER,
    "pages_done" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "recognition_id" TEXT,
    "billed_pages" INTEGER NOT NULL DEFAULT 0,
    "result_id" TEXT,
    "problem_code" TEXT,
    "problem_detail" TEXT,
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_document_pkey" PRIMARY KEY ("job_id","number")
);

CREATE TABLE "job_page" (
    "job_id" TEXT NOT NULL,
    "document" INTEGER NOT NULL,
    "page" INTEGER NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_key" BYTEA NOT NULL,

    CONSTRAINT "job_page_pkey" PRIMARY KEY ("job_id","document","page")
);

CREATE TABLE "job_turn" (
    "id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,

    CONSTRAINT "job_turn_pkey" PRIMARY KEY ("id")
);
INSERT INTO "job_turn" VALUES (1, 0);

CREATE TABLE "stored_object" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_key" BYTEA NOT NULL,

    CONSTRAINT "stored_object_pkey" PRIMARY KEY ("id")
);
-- Noise does not compress.
ALTER TABLE "stored_object" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;
ALTER TABLE "job_page" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

-- Nodes without readers offer what the workers have.
ALTER TABLE "node" ADD COLUMN "installed" JSONB NOT NULL DEFAULT '[]';

CREATE INDEX "job_tenant_id_id_idx" ON "job"("tenant_id", "id");
CREATE INDEX "job_expires_at_idx" ON "job"("expires_at");
CREATE INDEX "job_document_tenant_id_turn_idx" ON "job_document"("tenant_id", "turn");
CREATE INDEX "job_document_state_idx" ON "job_document"("state");
CREATE UNIQUE INDEX "job_page_job_id_place_key" ON "job_page"("job_id", "place");
CREATE INDEX "stored_object_expires_at_idx" ON "stored_object"("expires_at");

ALTER TABLE "job" ADD CONSTRAINT "job_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "job_document" ADD CONSTRAINT "job_document_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "job_page" ADD CONSTRAINT "job_page_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "stored_object" ADD CONSTRAINT "stored_object_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "job" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "job_document" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "job_page" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "stored_object" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "job" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "job_document" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "job_page" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "stored_object" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
GRANT SELECT, INSERT, UPDATE ON "job", "job_document" TO inkproof_app;
GRANT SELECT, INSERT, DELETE ON "job_page", "stored_object" TO inkproof_app;
GRANT UPDATE ("expires_at") ON "stored_object" TO inkproof_app;
GRANT SELECT, UPDATE ON "job_turn" TO inkproof_app;

-- What has expired is found for all tenants at once; a job is then erased as its tenant, by the application.
GRANT SELECT, DELETE ON "job", "stored_object" TO inkproof_gate;
CREATE POLICY gate ON "job" TO inkproof_gate USING (true);
CREATE POLICY gate ON "stored_object" TO inkproof_gate USING (true);
GRANT SELECT ON "job_document" TO inkproof_gate;
CREATE POLICY gate ON "job_document" TO inkproof_gate USING (true);

CREATE FUNCTION gate_find_expired_jobs(at timestamptz)
RETURNS TABLE (id text, tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT j.id, j.tenant_id FROM job j WHERE j.expires_at <= at AND j.erased_at IS NULL ORDER BY j.expires_at LIMIT 100
$$;

CREATE FUNCTION gate_forget_objects(at timestamptz)
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM stored_object o WHERE o.expires_at <= at RETURNING 1) SELECT count(*) FROM gone
$$;

CREATE FUNCTION gate_forget_jobs(before timestamptz)
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM job j WHERE j.erased_at < before RETURNING 1) SELECT count(*) FROM gone
$$;

-- Documents whose worker is gone: the store let go of the lock by which it was known to live (libs/platform/src/queue/news.ts).
CREATE FUNCTION gate_find_orphans(presence integer)
RETURNS TABLE (queue_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.queue_id FROM job_document d
  WHERE d.state = 'running' AND d.worker IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.classid::bigint = presence AND l.objid::bigint = d.worker AND l.objsubid = 2 AND l.granted)
  LIMIT 100
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_expired_jobs(timestamptz) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_orphans(integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_forget_objects(timestamptz) OWNER TO inkproof_gate;
ALTER FUNCTION gate_forget_jobs(timestamptz) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_expired_jobs(timestamptz), gate_find_orphans(integer), gate_forget_objects(timestamptz), gate_forget_jobs(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_expired_jobs(timestamptz), gate_find_orphans(integer), gate_forget_objects(timestamptz), gate_forget_jobs(timestamptz) TO inkproof_app;
