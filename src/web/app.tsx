import { Button, Group, Loader, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { signOut } from '../modules/identity/sign-in/sign-in.contract.ts'
import { SignInPage } from '../modules/identity/sign-in/ui/sign-in.page.tsx'
import { IndicatorsPage } from '../modules/indicators/values/ui/indicators.page.tsx'
import { getMe } from '../modules/registry/grants/me.contract.ts'
import { call, Problem } from './api.ts'
import { useLanguage } from './language.tsx'

/** Whoever is not signed in sees the way in; others the figures of their district. */
export function App(): ReactNode {
  const { words, language, choose } = useLanguage()
  const client = useQueryClient()
  const me = useQuery({ queryKey: ['me'], queryFn: findMe })
  const leave = async () => {
    await call(signOut, {})
    client.clear()
    await client.invalidateQueries()
  }
  return (
    <>
      <header className="page">
        <Group justify="space-between">
          <Title order={1} size="h3">
            {words.product}
          </Title>
          <Group gap="xs">
            <Button
              variant="subtle"
              lang={language === 'ru' ? 'en' : 'ru'}
              onClick={() => choose(language === 'ru' ? 'en' : 'ru')}
            >
              {words.language}
            </Button>
            {me.data ? (
              <Button variant="default" onClick={leave}>
                {words.signOut}
              </Button>
            ) : null}
          </Group>
        </Group>
      </header>
      <main className="page">
        {me.isPending ? (
          <Loader aria-label={words.loading} />
        ) : me.data ? (
          <IndicatorsPage />
        ) : (
          <SignInPage onDone={() => client.invalidateQueries()} />
        )}
      </main>
    </>
  )
}

async function findMe() {
  try {
    return await call(getMe, {})
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  }
}
