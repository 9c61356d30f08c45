CREATE TABLE "plan" (
    "name" TEXT NOT NULL,
    "upload_max_bytes" INTEGER NOT NULL,
    "page_max_pixels" INTEGER NOT NULL,
    "call_max_pages" INTEGER NOT NULL,
    "job_max_pages" INTEGER NOT NULL,
    "job_max_documents" INTEGER NOT NULL,
    "readings_at_once" INTEGER NOT NULL,
    "deadline_ms" INTEGER NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("name")
);
-- The plan that every tenant has unless staff say otherwise: what the settings of an install allow by themselves.
INSERT INTO "plan" VALUES ('standard', 20000000, 50000000, 20, 1000, 100, 4, 60000);

ALTER TABLE "tenant" ADD COLUMN "plan_name" TEXT NOT NULL DEFAULT 'standard';
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_plan_name_fkey" FOREIGN KEY ("plan_name") REFERENCES "plan"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT ON "plan" TO inkproof_app, inkproof_gate;

-- The plan of one tenant, asked for at every call.
CREATE FUNCTION gate_find_plan(tenant text)
RETURNS SETOF plan
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.* FROM tenant t JOIN plan p ON p.name = t.plan_name WHERE t.id = tenant
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_plan(text) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_plan(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_plan(text) TO inkproof_app;
