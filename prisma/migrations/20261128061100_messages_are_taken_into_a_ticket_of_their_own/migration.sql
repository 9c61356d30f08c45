-- AlterEnum
ALTER TYPE "TicketEventKind" ADD VALUE 'split' AFTER 'merged';
