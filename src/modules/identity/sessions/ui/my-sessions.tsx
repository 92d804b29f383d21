import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { myAccountWords } from '../../accounts/ui/words.ts'
import { endMyOtherSessions, endMySession, listMySessions } from '../sessions.contract.ts'

/** Where one is signed in, to be ended there. */
export function MySessions(): ReactNode {
  const words = useWords(myAccountWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const notice = useNotice()
  const sessions = useQuery({ queryKey: ['my-sessions'], queryFn: () => call(listMySessions, {}) })
  const end = useMutation({
    mutationFn: (id: number | 'others') =>
      id === 'others' ? call(endMyOtherSessions, {}) : call(endMySession, { params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['my-sessions'] })
      notice(words.ended)
    },
  })
  const hasOthers = sessions.data?.items.some(({ current }) => !current) === true
  return (
    <Section
      title={words.sessions}
      actions={
        hasOthers ? (
          <Button size="xs" variant="default" onClick={() => end.mutate('others')}>
            {words.endOthers}
          </Button>
        ) : null
      }
    >
      <ProblemNote error={sessions.error ?? end.error} />
      <DataTable
        caption={words.sessions}
        columns={[
          {
            key: 'browser',
            title: words.browser,
            cell: ({ userAgent }) => browserOf(userAgent) ?? words.unknownBrowser,
          },
          { key: 'address', title: words.address, cell: ({ address }) => address },
          { key: 'seen', title: words.lastSeen, cell: ({ lastSeenAt }) => sayMoment(lastSeenAt, language) },
          {
            key: 'end',
            title: '',
            cell: ({ id, current }) =>
              current ? (
                words.here
              ) : (
                <Button size="compact-xs" variant="subtle" onClick={() => end.mutate(id)}>
                  {words.end}
                </Button>
              ),
          },
        ]}
        rows={sessions.isError ? [] : sessions.data?.items}
        keyOf={({ id }) => id}
      />
    </Section>
  )
}

/** `Firefox, Windows` of what a browser says of itself; nobody reads the rest. */
function browserOf(userAgent: string): string | undefined {
  const name = /(YaBrowser|Edg|OPR|Firefox|Chrome|Safari)/.exec(userAgent)?.[1]
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1]
  return [name, system].filter(Boolean).join(', ') || undefined
}
