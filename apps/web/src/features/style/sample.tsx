import type { ReactNode } from 'react';

export function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack stack-6">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
