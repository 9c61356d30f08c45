ALTER TABLE "outage_booking" DROP CONSTRAINT "proven_by_what_proves_it";
ALTER TABLE "outage_booking"
    ADD CONSTRAINT "proven_by_what_proves_it" CHECK (CASE "cause"
        WHEN 'provider' THEN "evidence_kind" IN ('probe', 'ticket', 'document', 'text')
        WHEN 'maintenance' THEN "evidence_kind" = 'window' AND "window_id" IS NOT NULL
        WHEN 'third_party_network' THEN "evidence_kind" IN ('document', 'text')
        WHEN 'force_majeure' THEN "evidence_kind" = 'document' AND "reference" IS NOT NULL
        WHEN 'suspension' THEN "evidence_kind" = 'suspension'
        ELSE "evidence_kind" IN ('notice', 'ticket', 'document', 'text') END);
