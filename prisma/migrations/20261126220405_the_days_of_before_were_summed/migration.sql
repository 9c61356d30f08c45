-- Because the sums by day are of everything that is summed by hour.
INSERT INTO usage_day (tenant_id, day, key_id, channel, environment, route, outcome, reason, calls, pages, billed_pages)
  SELECT tenant_id, usage_day(hour), key_id, channel, environment, route, outcome, reason, sum(calls), sum(pages), sum(billed_pages) FROM usage_hour GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
