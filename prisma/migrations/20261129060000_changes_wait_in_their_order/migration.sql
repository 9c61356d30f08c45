-- Where a notice stands in the provider's queue: what has to be decided first, urgent before planned, then by what comes next;
-- what is over lies behind, newest first. Reckoned from the fold, so it cannot say anything else than the fold says.
ALTER TABLE "change_notice" ADD COLUMN "queue_place" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  COALESCE(CASE
    WHEN "state" = 'filed' AND "urgency" = 'urgent' THEN '0' || lpad("standing"->>'dueBy', 13, '0')
    WHEN "state" = 'filed' THEN '1' || lpad("standing"->>'effectiveAt', 13, '0')
    WHEN "state" IN ('accepted', 'acknowledged', 'due') OR ("state" = 'applied' AND "urgency" = 'urgent') THEN '2' || lpad(COALESCE("standing"->>'dueBy', "standing"->>'effectiveAt'), 13, '0')
    ELSE '3' || lpad((9999999999999 - ("standing"->>'filedAt')::bigint)::text, 13, '0')
  END, '') || "id"
) STORED;

CREATE INDEX "change_notice_queue_place_idx" ON "change_notice"("queue_place");
