import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntl from 'next-intl/plugin';

const root = path.join(import.meta.dirname, '../..');

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: {
    optimizePackageImports: ['@inkproof/ui', '@inkproof/contract'],
    // Pictures pass through the proxy on their way to the API, which holds the true limit and says it by name. Next would cut them at 10 MB without a word.
    proxyClientMaxBodySize: '128mb',
    proxyTimeout: 120_000,
  },
};

export default createNextIntl('./src/words/request.ts')(config);
