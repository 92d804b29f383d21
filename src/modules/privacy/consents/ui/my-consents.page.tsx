import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listMyConsents } from '../consents.contract.ts'
import { KIND_WORDS } from '../kinds.contract.ts'
import { ConsentState } from './consent.state.tsx'
import { consentWords } from './words.ts'

/** What one is asked to agree to and what one agreed to; each text has a page of its own. */
export function MyConsentsPage(): ReactNode {
  const words = useWords(consentWords)
  const { language } = useLanguage()
  const consents = useQuery({ queryKey: ['my-consents'], queryFn: () => call(listMyConsents, {}) })
  return (
    <Page title={words.mine} about={words.mineAbout}>
      <ProblemNote error={consents.error} onRetry={() => consents.refetch()} />
      {consents.isPending ? <Skeleton height={160} /> : null}
      {consents.data?.items.map((consent) => {
        const { name, about } = KIND_WORDS[language][consent.kind]
        return (
          <Section
            key={consent.kind}
            title={name}
            actions={
              consent.text === null && consent.given === null ? null : (
                <ButtonLink to="/my/consents/$kind" params={{ kind: consent.kind }} variant="default" size="xs">
                  {words.read}
                </ButtonLink>
              )
            }
          >
            <Text size="sm" c="dimmed">
              {about}
            </Text>
            <ConsentState consent={consent} />
          </Section>
        )
      })}
    </Page>
  )
}
