import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import type { MyDeed } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

type Said = Omit<MyDeed, 'can' | 'state' | 'word' | 'version' | 'isRecorded' | 'hasScan' | 'madeAt'>

/** What is known of a deed beside its title: what and when in one line, where and with whom in the next. */
export function DeedSaid({ deed }: { readonly deed: Said }): ReactNode {
  const words = useWords(elsewhereWords)
  const { hours: sayHours } = useWords(documentWords)
  const { language } = useLanguage()
  const { kind, startsOn, endsOn, type, level, role, hours, number, place, partners, result, link } = deed
  const days = [...new Set([startsOn, endsOn])].map((day) => sayShortDay(day, language)).join(' — ')
  const values = [type, level, role].flatMap((value) => value?.label ?? [])
  return (
    <>
      <Text size="sm">
        {[words.kinds[kind], days, ...(hours === null ? [] : [sayHours(sayCount(hours, language))])].join(', ')}
        {values.length === 0 ? null : (
          <>
            , <span className="rost-own-name">{values.join(', ')}</span>
          </>
        )}
        {number === null ? null : (
          <>
            , № <span className="rost-own-name">{number}</span>
          </>
        )}
      </Text>
      {[place, partners, result].map((text) =>
        text === null ? null : (
          <Text key={text} size="sm" className="rost-own-name">
            {text}
          </Text>
        ),
      )}
      {link === null ? null : (
        <Anchor size="sm" href={link} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
          {link}
        </Anchor>
      )}
    </>
  )
}
