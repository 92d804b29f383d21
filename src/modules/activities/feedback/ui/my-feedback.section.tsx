import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listMyFeedback, type MyFeedback as Waiting } from '../feedback.contract.ts'
import { useDismissing } from './use-dismissing.ts'
import { feedbackWords } from './words.ts'

/** On one's own page: of which events one is asked. Nothing where there is nothing. */
export function MyFeedback(): ReactNode {
  const words = useWords(feedbackWords)
  const { language } = useLanguage()
  const mayAnswer = useMay('enrolment.own')
  const waiting = useQuery({
    queryKey: ['my-feedback', language],
    queryFn: () => call(listMyFeedback, {}),
    enabled: mayAnswer,
  })
  if (!mayAnswer || waiting.data?.total === 0 || waiting.isPending) return null
  return (
    <Section title={words.mine}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.mineAbout}
      </Text>
      <ProblemNote error={waiting.error} onRetry={() => waiting.refetch()} />
      <div className="rost-cards">
        {waiting.data?.items.map((one) => (
          <Asked key={one.id} request={one} />
        ))}
      </div>
    </Section>
  )
}

function Asked({ request: { id, stage, event } }: { readonly request: Waiting }): ReactNode {
  const words = useWords(feedbackWords)
  const { language } = useLanguage()
  const dismissing = useDismissing(id, () => {})
  return (
    <article className="rost-card" aria-label={event.title}>
      <Text size="sm" c="dimmed">
        {[sayShortDay(event.heldOn, language), ...(stage === 'later' ? [words.stages.later] : [])].join(' · ')}
      </Text>
      <Text fw={600} className="rost-own-name">
        {event.title}
      </Text>
      <ProblemNote error={dismissing.error} />
      <Group gap="xs" mt="xs">
        <ButtonLink to="/feedback/$id" params={{ id: String(id) }} aria-label={words.answerOf(event.title)}>
          {words.answer}
        </ButtonLink>
        <Button
          variant="default"
          loading={dismissing.busy}
          aria-label={words.dismissOf(event.title)}
          onClick={(pressed) => dismissing.submit(pressed)}
        >
          {words.dismiss}
        </Button>
      </Group>
    </article>
  )
}
