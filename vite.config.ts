import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guide } from './scripts/guide/plugin.ts'
import { leanContracts } from './scripts/lean-contracts.ts'

export default defineConfig({
  root: 'src/web',
  plugins: [react(), guide(), leanContracts()],
  // Put in by the server anew for each answer.
  html: { cspNonce: '%CSP_NONCE%' },
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
