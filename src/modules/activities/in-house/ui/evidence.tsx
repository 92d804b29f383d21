import { Anchor } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { InHouse } from '../in-house.contract.ts'
import { inHouseWords } from './words.ts'

/** Links to what came of an event. */
export function Evidence({ evidence }: Pick<InHouse, 'evidence'>): ReactNode {
  const words = useWords(inHouseWords)
  if (evidence.length === 0) return words.noEvidence
  return evidence.map(({ id, title, link }, at) => (
    <Fragment key={id}>
      {at === 0 ? '' : ', '}
      <Anchor href={link} target="_blank" rel="noreferrer" className="rost-own-name">
        {title}
      </Anchor>
    </Fragment>
  ))
}
