import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** React Aria ships its messages in thirty languages; Relais speaks French only. */
function frenchOnly(): Plugin {
  const otherLanguage = /[\\/]private[\\/]intl[\\/].*[\\/]?(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: 'relais:french-only',
    enforce: 'pre',
    load: (id) => (otherLanguage.test(id) ? 'export default {};' : null),
  };
}

const api = 'http://127.0.0.1:3000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [frenchOnly(), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // The content security policy allows no data: URI for fonts or scripts.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: { proxy: { '/api': api } },
});
