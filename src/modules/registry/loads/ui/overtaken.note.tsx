import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayMoment } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { getLoad } from '../loads.contract.ts'
import { loadWords } from './words.ts'

/** Rows of this load that came again and were refused again: where they are to be mended. */
export function OvertakenNote({ overtaken }: Pick<NonNullable<(typeof getLoad)['$out']>, 'overtaken'>): ReactNode {
  const words = useWords(loadWords)
  const { language } = useLanguage()
  return overtaken.map(({ load, createdAt, rows }) => (
    <Text key={load} size="sm">
      {`${words.overtaken(rows)} `}
      <TextLink to="/loads/$id" params={{ id: String(load) }} size="sm">
        {words.overtakenIn(sayMoment(createdAt, language))}
      </TextLink>
    </Text>
  ))
}
