import { Alert, AppShell, Burger, Button, Group, Loader, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Bell } from '../../modules/home/notifications/ui/bell.tsx'
import { chooseDistrict } from '../api.ts'
import type { Place } from '../help/guide.ts'
import { HelpButton } from '../help/help-button.tsx'
import { PlaceLink, TextLink } from '../kit/links.tsx'
import { ProblemNote } from '../kit/problem-note.tsx'
import { useWords } from '../language.tsx'
import { type Me, MeProvider } from '../me.tsx'
import { onSessionEnd, queryClient } from '../queries.ts'
import { AccountMenu } from './account-menu.tsx'
import { useEasyToSee } from './appearance.ts'
import { FindButton } from './find.tsx'
import { meQuery } from './me.query.ts'
import { placesFor } from './navigation.ts'
import { RestWatch } from './rest-watch.tsx'
import { usePlaceNames } from './use-place-names.ts'
import { shellWords } from './words.ts'

/** Whoever is signed in needs no form for it. */
const SignInForm = lazy(async () => ({
  default: (await import('../../modules/identity/sign-in/ui/sign-in.form.tsx')).SignInForm,
}))
const SecondFactorNeeded = lazy(async () => ({
  default: (await import('../../modules/identity/second-factor/ui/needed.tsx')).SecondFactorNeeded,
}))
/** Few ever look as somebody else. */
const LookingBar = lazy(async () => ({
  default: (await import('../../modules/registry/looks/ui/looking-bar.tsx')).LookingBar,
}))
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))

/** Pages for who holds a paper with a code: nobody has to sign in for them, and whoever is signed in sees the same. */
const isForAnybody = (path: string): boolean => path.startsWith('/check/')

/** Around every page: who is signed in, where one can go, and the ways to find anything. */
export function Shell(): ReactNode {
  const words = useWords(shellWords)
  useEasyToSee()
  const isOpen = useRouterState({ select: ({ location }) => isForAnybody(location.pathname) })
  const me = useQuery({ ...meQuery, enabled: !isOpen })
  const signedIn = (): Promise<void> => queryClient.invalidateQueries()
  if (isOpen) {
    return (
      <Bare help="documents#check">
        <Outlet />
      </Bare>
    )
  }
  if (me.isPending) return <Loader aria-label={words.loading} m="xl" />
  if (me.isError) return <ProblemNote error={me.error} onRetry={() => me.refetch()} />
  if (me.data === null) {
    return (
      <Bare>
        <Suspense fallback={<Loader aria-label={words.loading} />}>
          <SignInForm onDone={signedIn} />
        </Suspense>
      </Bare>
    )
  }
  if (me.data.district === null) {
    return (
      <Bare me={me.data}>
        <DistrictChoice me={me.data} />
      </Bare>
    )
  }
  if (me.data.secondFactorNeeded) {
    return (
      <Bare me={me.data}>
        <Suspense fallback={<Loader aria-label={words.loading} />}>
          <SecondFactorNeeded hasPassword={me.data.hasPassword} onDone={signedIn} />
        </Suspense>
      </Bare>
    )
  }
  return (
    <MeProvider value={me.data}>
      <Frame me={me.data} />
      <SessionEnded />
      <RestWatch session={me.data.session} />
    </MeProvider>
  )
}

function Frame({ me }: { me: Me }): ReactNode {
  const words = useWords(shellWords)
  const names = usePlaceNames()
  const [opened, menu] = useDisclosure(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useNewPage(path, menu.close)
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
      transitionDuration={0}
    >
      <a href="#main" className="rost-skip">
        {words.toContent}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={words.menu}
              aria-expanded={opened}
            />
            <TextLink to="/" fw={700} size="lg" td="none" c="var(--mantine-color-anchor)">
              {words.product}
            </TextLink>
            <Text size="sm" c="dimmed" truncate visibleFrom="xs">
              {me.district?.name}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <FindButton />
            <Bell />
            <HelpButton />
            <AccountMenu me={me} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="rost-nav" aria-label={words.sections}>
        {placesFor(me.permissions).map((place) => (
          <PlaceLink
            key={place.name}
            to={place.to}
            label={names[place.name]}
            active={place.to === '/' ? path === '/' : path.startsWith(String(place.to))}
            aria-current={path === place.to ? 'page' : undefined}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {me.looking === null ? null : (
          <Suspense fallback={null}>
            <LookingBar me={me} looking={me.looking} />
          </Suspense>
        )}
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}

/** A new page begins at its top. */
function useNewPage(path: string, onNew: () => void): void {
  const [before, setBefore] = useState(path)
  useEffect(() => {
    if (path === before) return
    setBefore(path)
    onNew()
    window.scrollTo(0, 0)
  }, [path, before, onNew])
}

function Bare({ me, help = 'start#sign-in', children }: { me?: Me; help?: Place; children: ReactNode }): ReactNode {
  const words = useWords(shellWords)
  return (
    <>
      <Group component="header" justify="space-between" p="md">
        <Text fw={700} size="lg">
          {words.product}
        </Text>
        <Group gap="xs">
          <HelpButton place={help} />
          <AccountMenu me={me} />
        </Group>
      </Group>
      <main className="rost-narrow">{children}</main>
    </>
  )
}

function DistrictChoice({ me }: { me: Me }): ReactNode {
  const words = useWords(shellWords)
  if (me.districts.length === 0) return <Alert title={words.noDistrict}>{words.noDistrictDetail}</Alert>
  return (
    <>
      <Text component="h1" fw={600} mb="sm">
        {words.chooseDistrict}
      </Text>
      {me.districts.map(({ code, name }) => (
        <Button
          key={code}
          fullWidth
          variant="default"
          mb="xs"
          onClick={() => {
            chooseDistrict(code)
            void queryClient.resetQueries()
          }}
        >
          {name}
        </Button>
      ))}
    </>
  )
}

/** The session ended while somebody worked: one signs in above the page, and what was typed stays beneath. */
function SessionEnded(): ReactNode {
  const [ended, setEnded] = useState(false)
  useEffect(() => onSessionEnd(() => setEnded(true)), [])
  if (!ended) return null
  return (
    <Suspense fallback={null}>
      <SignInAgain
        onDone={() => {
          setEnded(false)
          void queryClient.invalidateQueries()
        }}
      />
    </Suspense>
  )
}
