ALTER TYPE "ChangeEventKind" ADD VALUE IF NOT EXISTS 'nearly_over' BEFORE 'overdue';
