-- Data, because an install has these parts from its first day; the contract names the same.
INSERT INTO "component" ("id", "name_zh", "name_en", "place") VALUES
  ('recognition', '识别 API', 'Recognition API', 1),
  ('jobs', '异步任务', 'Jobs', 2),
  ('consent', '授权与报备', 'Consent and filings', 3),
  ('account', '账户、密钥与用量', 'Account, keys and usage', 4),
  ('webhooks', 'Webhook 投递', 'Webhooks', 5),
  ('console', '控制台', 'Console', 6),
  ('mail', '邮件', 'Mail', 7);
