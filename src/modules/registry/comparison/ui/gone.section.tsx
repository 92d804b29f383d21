import type { ReactNode } from 'react'
import { Section } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { Comparison, Load } from '../../loads/loads.contract.ts'
import { GoneList } from './gone.list.tsx'
import { goneWords } from './gone.words.ts'

type Props = { readonly load: Load; readonly comparison: Comparison }

/** After the load is taken: whom its files do not name, still to be decided on. */
export function GoneSection({ load, comparison }: Props): ReactNode {
  const words = useWords(goneWords)
  if (comparison.gone.all === 0) return null
  return (
    <Section title={words.title}>
      <GoneList load={load} comparison={comparison} />
    </Section>
  )
}
