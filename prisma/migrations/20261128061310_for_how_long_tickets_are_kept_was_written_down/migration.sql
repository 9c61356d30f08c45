-- Data, because what was asked and answered shows how the service was rendered for as long as anybody may claim that it was
-- not: the general time in which claims lapse.
INSERT INTO "retention_rule" ("id", "record_class", "basis", "months", "source", "set_by", "set_at") VALUES
  ('rtr_0000000000000000000000000d', 'correspondence', 'law', 36, '《民法典》第一百八十八条', 'install', '2026-11-28T00:00:00Z');
