-- Files belong to what was answered, and what was judged is what was answered.
CREATE FUNCTION inspection_file_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM inspection_item i WHERE i.id = COALESCE(NEW.item_id, OLD.item_id) AND i.verdict IS NOT NULL) THEN
    RAISE EXCEPTION 'item % was judged', COALESCE(NEW.item_id, OLD.item_id) USING ERRCODE = 'check_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER inspection_file_law BEFORE INSERT OR DELETE ON "inspection_file" FOR EACH ROW EXECUTE FUNCTION inspection_file_law();
REVOKE ALL ON FUNCTION inspection_file_law() FROM PUBLIC;
