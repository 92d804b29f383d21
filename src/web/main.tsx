import '@fontsource-variable/golos-text'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './theme.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { further } from './further.ts'
import { Notices } from './kit/notice.tsx'
import { LanguageProvider } from './language.tsx'
import { PartsProvider } from './parts.tsx'
import { queryClient } from './queries.ts'
import { router } from './router.tsx'
import { meQuery } from './shell/me.query.ts'
import { resolveVariables, theme } from './theme.ts'

/** The word by which the page's policy knows the style elements that components make. */
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''
// Where the library that keeps the page from scrolling under a dialogue looks for it.
Object.assign(globalThis, { __webpack_nonce__: nonce })

void queryClient.prefetchQuery(meQuery)

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <Notices />
          <PartsProvider value={further}>
            <RouterProvider router={router} />
          </PartsProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
