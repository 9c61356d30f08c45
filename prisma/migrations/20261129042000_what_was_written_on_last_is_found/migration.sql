-- Figures are kept in mind and brought up to date by the tickets that were written on since.
CREATE INDEX "ticket_changed_at_idx" ON "ticket"("changed_at");
