ALTER TABLE "idempotent_call" DROP COLUMN "sealed_key";

-- Keys in rows are of before.
ALTER TABLE "job_page" ALTER COLUMN "sealed_key" DROP NOT NULL;
DROP TRIGGER result_erased_on_record ON "job";
CREATE CONSTRAINT TRIGGER result_erased_on_record AFTER UPDATE OF "sealed" ON "job" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.sealed IS NOT NULL AND NEW.sealed IS NULL) EXECUTE FUNCTION erased_on_record('job_result', 'job');

-- Drawers of a day go when the day is over: by then every answer in them has expired.
CREATE INDEX "drawer_name_idx" ON "drawer"("name");
DROP POLICY gate ON "drawer";
CREATE POLICY gate ON "drawer" TO inkproof_gate USING (true);
GRANT SELECT ("name", "owner"), DELETE ON "drawer" TO inkproof_gate;
CREATE OR REPLACE FUNCTION gate_forget_answers(at timestamptz)
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM idempotent_call c WHERE c.expires_at <= at RETURNING 1),
  days AS (DELETE FROM drawer d WHERE d.name LIKE 'answers ____-__-__' AND d.name < 'answers ' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') RETURNING 1)
  SELECT count(*) FROM gone
$$;
