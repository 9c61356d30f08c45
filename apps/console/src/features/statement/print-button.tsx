'use client';
import { Button } from '@inkproof/ui';

export const PrintButton = ({ label }: { label: string }) => (
  <Button className="st-p" icon="page" onClick={() => window.print()}>
    {label}
  </Button>
);
