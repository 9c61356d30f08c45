-- Answers that the desk gives often. The provider's own wording: no policy shows it to a tenant.
CREATE TABLE "desk_macro" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "words_zh" TEXT NOT NULL,
    "words_en" TEXT NOT NULL,
    "state" "TicketState",
    "priority" "TicketPriority",
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_by_name" TEXT,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_macro_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "desk_macro" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "desk_macro" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, UPDATE ("name", "words_zh", "words_en", "state", "priority", "changed_at", "changed_by", "changed_by_name", "retired_at") ON "desk_macro" TO inkproof_app;
