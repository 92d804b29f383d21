import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type Invitation, listInvitations, WAYS } from '../invitations.contract.ts'
import { invitationWords } from './words.ts'

/** Milliseconds between two looks at letters that are on their way. */
const LOOKS_MS = 5_000

/** What was sent to whom, and what became of the letters. */
export function History({ event }: { readonly event: number }): ReactNode {
  const words = useWords(invitationWords)
  const list = useQuery({
    queryKey: ['invitations', event],
    queryFn: () => call(listInvitations, { params: { id: event }, query: { size: 50 } }),
    refetchInterval: ({ state }) => (state.data?.items.some(isOnItsWay) ? LOOKS_MS : false),
  })
  return (
    <Section title={words.history}>
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      {list.data?.total === 0 ? <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote> : null}
      {list.data?.items.map((one) => (
        <One key={one.id} invitation={one} />
      ))}
    </Section>
  )
}

const isOnItsWay = ({ letters, goesAt }: Invitation): boolean =>
  letters.waiting > 0 && (goesAt === null || Date.parse(goesAt) < Date.now() + LOOKS_MS)

function One({ invitation }: { readonly invitation: Invitation }): ReactNode {
  const words = useWords(invitationWords)
  const { language } = useLanguage()
  const { invitedBy, invitedAt, sentence, words: text, counts, letters, goesAt } = invitation
  const of = [
    ...WAYS.filter((way) => counts[way] > 0).map((way) => `${words.ways[way]}: ${counts[way]}`),
    ...(letters.sent > 0 ? [words.gone(letters.sent)] : []),
    ...(letters.waiting > 0 ? [words.waiting(letters.waiting, sayMoment(goesAt ?? invitedAt, language))] : []),
    ...(letters.refused > 0 ? [words.refused(letters.refused)] : []),
    ...(letters.unsure > 0 ? [words.unsure(letters.unsure)] : []),
  ]
  return (
    <div className="rost-card">
      <Text fw={600} className="rost-own-name">
        {sentence}
      </Text>
      <Text size="sm" c="dimmed" className="rost-own-name">
        {`${invitedBy ?? words.somebody}, ${sayMoment(invitedAt, language)}`}
      </Text>
      <ul className="rost-plain-list">
        {of.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      {text === '' ? null : (
        <Text size="sm" className="rost-own-name" style={{ whiteSpace: 'pre-line' }}>
          {text}
        </Text>
      )}
    </div>
  )
}
