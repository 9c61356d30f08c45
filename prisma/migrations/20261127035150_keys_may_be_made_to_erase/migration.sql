ALTER TYPE "KeyScope" ADD VALUE 'erase';
