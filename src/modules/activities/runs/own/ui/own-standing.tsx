import type { ReactNode } from 'react'
import { sayShortDay } from '../../../../../web/formats.ts'
import { Mark, type State } from '../../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import type { Standing } from '../../group/group.contract.ts'
import type { OwnRun } from '../own.contract.ts'
import { ownRunWords } from './words.ts'

const MARKS: Readonly<Record<Standing, State>> = {
  ...{ expected: 'none', absent: 'warn', learning: 'good', left: 'none', ended: 'good', unended: 'none' },
}

export function OwnStanding({ run: { standing, leftOn } }: { readonly run: OwnRun }): ReactNode {
  const words = useWords(ownRunWords)
  const { language } = useLanguage()
  return (
    <Mark state={MARKS[standing]}>
      {[words.standing[standing], leftOn === null ? '' : words.leftSince(sayShortDay(leftOn, language))]
        .filter(Boolean)
        .join(' ')}
    </Mark>
  )
}
