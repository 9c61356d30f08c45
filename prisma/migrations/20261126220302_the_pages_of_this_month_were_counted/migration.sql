-- Because pages count against the month they were admitted in, and the ledger knows those of before.
INSERT INTO page_month (tenant_id, month, pages)
  SELECT tenant_id, quota_month(at), sum(billed_pages) FROM ledger_entry GROUP BY 1, 2 HAVING sum(billed_pages) > 0;
