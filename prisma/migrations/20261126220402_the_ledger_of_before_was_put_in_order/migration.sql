-- Because the sums are of the whole ledger: what is known of the entries of before is noted, and all of them wait to be summed.
UPDATE ledger_entry l SET environment = k.environment FROM api_key k WHERE k.id = l.key_id AND k.environment = 'test' AND l.billed_pages = 0;
UPDATE ledger_entry SET reason = CASE outcome WHEN 'refused' THEN 'refused_rate' ELSE 'fault_of_ours' END WHERE outcome <> 'accepted';
INSERT INTO ledger_tail (entry_id, tenant_id) SELECT id, tenant_id FROM ledger_entry;
