-- What one person was told, and what did not arrive: looked for among the deliveries of all notices, newest first.
CREATE INDEX "notice_delivery_person_id_id_idx" ON "notice_delivery"("person_id", "id");
CREATE INDEX "notice_delivery_astray" ON "notice_delivery"("state", "id") WHERE "state" IN ('bounced', 'failed');
