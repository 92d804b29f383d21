import { Button, Skeleton, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { ToldLink } from '../../../../web/kit/told-link.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listNotifications, type Notification, seeNotifications } from '../notifications.contract.ts'
import { bellWords } from './words.ts'

const SIZE = 20

/** What happened, newest first; seen by following it, or all at once. */
export function NotificationsList({ onGo }: { readonly onGo: () => void }): ReactNode {
  const words = useWords(bellWords)
  const { language } = useLanguage()
  const list = useQuery({
    queryKey: ['notifications', 'list', language],
    queryFn: ({ signal }) => call(listNotifications, { query: { page: 1, size: SIZE } }, { signal }),
    staleTime: 0,
  })
  const see = useSee()
  const items = list.data?.items ?? []
  const [newest] = items
  return (
    <>
      {newest !== undefined && items.some(({ seen }) => !seen) ? (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={see.isPending}
          onClick={() => see.mutate({ upTo: newest.id })}
        >
          {words.seeAll}
        </Button>
      ) : null}
      <ProblemNote error={list.error ?? see.error} onRetry={() => list.refetch()} />
      {list.isPending ? <Skeleton height={72} /> : null}
      {list.data?.total === 0 ? <Text c="dimmed">{words.none}</Text> : null}
      <ul className="rost-plain-list rost-told">
        {items.map((one) => (
          <li key={one.id}>
            <One
              told={one}
              onGo={() => {
                if (!one.seen) see.mutate({ id: one.id })
                onGo()
              }}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function useSee() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (which: { id: number } | { upTo: number }) => call(seeNotifications, { body: which }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}

function One({ told: { text, link, at, seen }, onGo }: { readonly told: Notification; onGo(): void }): ReactNode {
  const words = useWords(bellWords)
  const { language } = useLanguage()
  return (
    <>
      {link === null ? (
        <Text span size="sm" fw={seen ? 400 : 600}>
          {text}
        </Text>
      ) : (
        <ToldLink to={link} onGo={onGo} size="sm" fw={seen ? 400 : 600}>
          {text}
        </ToldLink>
      )}
      <Text size="xs" c="dimmed">
        {[sayMoment(at, language), ...(seen ? [] : [words.isNew])].join(' · ')}
      </Text>
    </>
  )
}
