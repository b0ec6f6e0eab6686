import base from './vite.config.ts';
export default { ...base, server: { port: 4252, host: '127.0.0.1', hmr: false, proxy: { '/api': { target: 'http://127.0.0.1:4251', changeOrigin: true, configure: (p) => p.on('proxyReq', (r) => r.setHeader('origin', 'http://127.0.0.1:4251')) } } } };
