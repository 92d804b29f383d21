import { Alert, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getMyCalendarFeed, makeMyCalendarFeed, revokeMyCalendarFeed } from '../calendar-feed.contract.ts'
import { calendarWords } from './words.ts'

/** The secret address by which a calendar reads one's own events: made, made anew, taken back. */
export function CalendarFeed(): ReactNode {
  const words = useWords(calendarWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const notice = useNotice()
  const feed = useQuery({ queryKey: ['my-calendar'], queryFn: () => call(getMyCalendarFeed, {}) })
  const done = async (said: string): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['my-calendar'] })
    notice(said)
  }
  const make = useMutation({ mutationFn: () => call(makeMyCalendarFeed, {}), onSuccess: () => done(words.made) })
  const revoke = useMutation({
    mutationFn: () => call(revokeMyCalendarFeed, {}),
    onSuccess: async () => {
      make.reset()
      await done(words.revoked)
    },
  })
  const since = feed.data?.since ?? null
  return (
    <Section title={words.feed}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.about}
        </Text>
        <ProblemNote error={feed.error ?? make.error ?? revoke.error} />
        {make.data === undefined ? null : <Ready address={make.data.address} />}
        {feed.isPending ? <Skeleton height={36} /> : null}
        {since === null || make.data !== undefined ? null : (
          <Text size="sm">{words.since(sayMoment(since, language))}</Text>
        )}
        {feed.data === undefined ? null : (
          <Group gap="xs">
            <Button
              variant={since === null ? 'filled' : 'default'}
              loading={make.isPending}
              onClick={() => make.mutate()}
            >
              {since === null ? words.make : words.makeNew}
            </Button>
            {since === null ? null : (
              <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
                {words.revoke}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Section>
  )
}

/** Told this once. Telephones open an address of `webcal:` in their calendar. */
function Ready({ address }: { readonly address: string }): ReactNode {
  const words = useWords(calendarWords)
  const notice = useNotice()
  return (
    <Alert role="status" title={words.ready}>
      <Stack gap="sm">
        <Text size="sm">{words.readyAbout}</Text>
        <TextInput
          aria-label={words.address}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group gap="xs">
          <Button component="a" href={address.replace(/^https?:/, 'webcal:')}>
            {words.open}
          </Button>
          <Button
            variant="default"
            onClick={async () => {
              await navigator.clipboard.writeText(address)
              notice(words.copied)
            }}
          >
            {words.copy}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
