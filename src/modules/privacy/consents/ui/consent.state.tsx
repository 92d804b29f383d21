import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { MyConsent } from '../consents.contract.ts'
import { consentWords } from './words.ts'

/** How things stand, in a sentence or two. */
export function ConsentState({ consent }: { readonly consent: MyConsent }): ReactNode {
  const words = useWords(consentWords)
  const { language } = useLanguage()
  const { text, given, withdrawnAt } = consent
  const day = (moment: string): string => sayDay(moment.slice(0, 10), language)
  if (given !== null) {
    return (
      <Text size="sm">
        {words.given(day(given.at), given.version)}{' '}
        {given.signedOn === null ? null : words.onPaper(sayDay(given.signedOn, language))}{' '}
        {text !== null && text.version > given.version ? words.newer : null}
      </Text>
    )
  }
  if (text === null) return <Text size="sm">{words.notAsked}</Text>
  return (
    <Text size="sm">
      {withdrawnAt === null ? null : words.withdrawnOn(day(withdrawnAt))} {words.asked}
    </Text>
  )
}
