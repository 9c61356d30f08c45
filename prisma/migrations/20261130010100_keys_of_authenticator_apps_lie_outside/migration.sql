-- The secret of an authenticator app lies in a drawer of its person's. Keys in rows are of before, until they are moved.
ALTER TABLE "factor" DROP CONSTRAINT "factor_is_whole",
    ADD CONSTRAINT "factor_is_whole" CHECK (CASE "kind"
  WHEN 'totp' THEN "sealed" IS NOT NULL AND "last_step" IS NOT NULL AND "credential_id" IS NULL
  ELSE "credential_id" IS NOT NULL AND "public_key" IS NOT NULL AND "counter" IS NOT NULL AND "sealed" IS NULL AND "sealed_key" IS NULL END);
CREATE POLICY own_person ON "drawer" TO inkproof_app USING ("owner" = app_person()) WITH CHECK ("owner" = app_person());

-- Whoever takes a factor away, by whichever way, takes its drawer, and its key where it lies.
CREATE FUNCTION destroy_drawers_of_factors()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM drawer d USING gone g WHERE d.owner = g.person_id AND d.name = 'factor:' || g.id;
  RETURN NULL;
END $$;

-- People of whom keys lie in rows still.
CREATE FUNCTION gate_find_people_with_keys()
RETURNS TABLE (person_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT f.person_id FROM factor f WHERE f.sealed_key IS NOT NULL
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION destroy_drawers_of_factors() OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_people_with_keys() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION destroy_drawers_of_factors(), gate_find_people_with_keys() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_people_with_keys() TO inkproof_app;

CREATE TRIGGER destroy_drawers AFTER DELETE ON "factor" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION destroy_drawers_of_factors();
