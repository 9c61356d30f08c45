ALTER TYPE "EvidenceKind" ADD VALUE IF NOT EXISTS 'notice' BEFORE 'ticket';
