import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listSelfStudies } from '../self-study.contract.ts'
import { SelfStudyMark } from './state.mark.tsx'
import { selfStudyWords } from './words.ts'

const MOST = 10

/** On one's own page: what one takes without a group or helps with, and the way to ask. Nothing where nothing is offered. */
export function MySelfStudies(): ReactNode {
  const words = useWords(selfStudyWords)
  const { language } = useLanguage()
  const mayRead = useMay('study.read')
  const mine = useQuery({
    queryKey: ['self-studies', 'mine'],
    queryFn: () => call(listSelfStudies, { query: { size: MOST, state: ['asked', 'going', 'declined'] } }),
    enabled: mayRead,
  })
  if (mine.isError) return <ProblemNote error={mine.error} onRetry={() => mine.refetch()} />
  if (mine.data === undefined || (mine.data.total === 0 && !mine.data.can.includes('ask'))) return null
  return (
    <Section
      title={words.mine}
      actions={
        mine.data.can.includes('ask') ? (
          <ButtonLink to="/my/self-studies/new" size="xs" variant="default">
            {words.ask}
          </ButtonLink>
        ) : null
      }
    >
      {mine.data.total === 0 ? (
        <Text size="sm" c="dimmed">
          {words.mineAbout}
        </Text>
      ) : null}
      <ul className="rost-plain-list">
        {mine.data.items.map((study) => (
          <li key={study.id}>
            {sayShortDay(study.startsOn, language)} – {sayShortDay(study.endsOn, language)}{' '}
            <TextLink
              underline="always"
              to="/self-studies/$id"
              params={{ id: String(study.id) }}
              className="rost-own-name"
            >
              {study.programme.title}
            </TextLink>{' '}
            {words.passedOf(study.passed, study.needed)} <SelfStudyMark study={study} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
