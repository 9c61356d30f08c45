-- Data, because these periods bind this install from its first day: what the agreement and the law say, as rules that may grow.
INSERT INTO "retention_rule" ("id", "record_class", "basis", "months", "source", "set_by", "set_at") VALUES
  ('rtr_00000000000000000000000001', 'authorisation_material', 'agreement', 6, '三.1(5)', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_00000000000000000000000002', 'filing', 'agreement', 6, '三.1(5)', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_00000000000000000000000003', 'filing', 'law', 36, '《个人信息保护法》第五十六条', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_00000000000000000000000004', 'processing_record', 'law', 36, '《个人信息保护法》第五十六条', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_00000000000000000000000005', 'impact_assessment', 'law', 36, '《个人信息保护法》第五十六条', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_00000000000000000000000006', 'access_log', 'law', 6, '《网络安全法》第二十三条第三项', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_00000000000000000000000007', 'audit_log', 'law', 36, '《个人信息保护法》第五十六条', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_00000000000000000000000008', 'inspection', 'agreement', 6, '三.1(5)', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_00000000000000000000000009', 'inspection', 'law', 36, '《个人信息保护法》第五十六条', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_0000000000000000000000000a', 'data_subject_request', 'law', 36, '《个人信息保护法》第五十六条', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_0000000000000000000000000b', 'deletion_record', 'law', 36, '《个人信息保护法》第五十六条', 'install', '2026-11-27T00:00:00Z'),
  ('rtr_0000000000000000000000000c', 'contract', 'law', 36, '《民法典》第一百八十八条', 'install', '2026-11-27T00:00:00Z');
