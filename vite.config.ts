import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guide } from './scripts/guide/plugin.ts'
import { leanContracts } from './scripts/lean-contracts.ts'

/**
 * What every page needs is one file, and so is what lists and forms are made of, with all that belongs to it. Left to
 * itself the bundler makes a file of each component that two pages share: thirty for a list, and an old machine takes some
 * hundredths of a second for each.
 */
const CHUNKS = [
  { name: 'start', tags: ['$initial' as const], priority: 2 },
  { name: 'kit', test: /\/web\/kit\//, priority: 1 },
]

export default defineConfig({
  root: 'src/web',
  plugins: [react(), guide(), leanContracts()],
  // Put in by the server anew for each answer.
  html: { cspNonce: '%CSP_NONCE%' },
  build: {
    ...{ outDir: '../../dist/web', emptyOutDir: true, target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
