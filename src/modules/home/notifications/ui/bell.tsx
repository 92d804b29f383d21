import { Button, Popover, Text } from '@mantine/core'
import { useIdle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { HeaderIcon } from '../../../../web/shell/header-icon.tsx'
import { countNotifications } from '../notifications.contract.ts'
import { bellWords } from './words.ts'

const List = lazy(async () => ({ default: (await import('./notifications.list.tsx')).NotificationsList }))

const EVERY_MS = 60_000
/** Nobody is there to be told. */
const AWAY_MS = 15 * 60_000
const SHOWN_MOST = 99

/** How many notifications one has not seen, asked once a minute while somebody is there; the list is loaded when opened. */
export function Bell(): ReactNode {
  const words = useWords(bellWords)
  const [opened, setOpened] = useState(false)
  const isAway = useIdle(AWAY_MS, { initialState: false })
  const { data } = useQuery({
    queryKey: ['notifications', 'unseen'],
    queryFn: ({ signal }) => call(countNotifications, {}, { signal, background: true }),
    staleTime: EVERY_MS / 2,
    refetchInterval: isAway ? false : EVERY_MS,
    refetchOnWindowFocus: 'always',
  })
  const unseen = data?.unseen ?? 0
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width="min(24rem, calc(100vw - 1rem))"
        transitionProps={{ duration: 0 }}
        trapFocus
        returnFocus
        shadow="md"
        withinPortal
      >
        <Popover.Target>
          <Button
            variant="default"
            size="sm"
            px={8}
            className="rost-bell"
            aria-label={words.label(unseen)}
            aria-haspopup="dialog"
            onClick={() => setOpened(!opened)}
          >
            <HeaderIcon path="M10 2.5a5 5 0 0 0-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 0 0-5-5zM8.2 16.2a1.9 1.9 0 0 0 3.6 0" />
            {unseen === 0 ? null : <span aria-hidden>{unseen > SHOWN_MOST ? `${SHOWN_MOST}+` : unseen}</span>}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={words.title} p="sm">
          {/* The focus goes here at once, and on from here when the list has come. */}
          <Text component="h2" fw={600} tabIndex={-1} data-autofocus>
            {words.title}
          </Text>
          <Suspense fallback={null}>{opened ? <List onGo={() => setOpened(false)} /> : null}</Suspense>
        </Popover.Dropdown>
      </Popover>
      <span className="rost-visually-hidden" role="status">
        {unseen === 0 ? '' : words.label(unseen)}
      </span>
    </>
  )
}
