import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Where the service runs while the page is developed beside it. */
const service = process.env.MUSTER_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The service is told the host that the browser asked for: it refuses changes from pages of another one.
  server: { port: 5173, proxy: { '/api': { target: service }, '/q': { target: service } } },
  build: { chunkSizeWarningLimit: 900 },
  test: { environment: 'jsdom', restoreMocks: true },
})
