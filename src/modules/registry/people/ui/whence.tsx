import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { Person } from '../people.contract.ts'
import type { Origin } from '../provenance.contract.ts'
import { peopleWords } from './words.ts'

type Props = {
  readonly record: { readonly origin: Origin; readonly origins: Readonly<Record<string, Origin>> }
  /** The field asked about; the record as a whole when left out. */
  readonly field?: string
  readonly sources: Person['sources']
}

/** Where a value comes from: file and row, or somebody's hand. */
export function Whence({ record, field, sources }: Props): ReactNode {
  const words = useWords(peopleWords)
  const mayLoads = useMay('load.read')
  const own = field === undefined ? undefined : record.origins[field]
  const origin = own === undefined ? record.origin : own
  const source = sources.find(({ id }) => id === origin?.source)
  if (origin === null || source === undefined) return <Quiet>{words.byHand}</Quiet>
  const text = words.fromRow(source.sheet === null ? source.file : `${source.file} (${source.sheet})`, origin.row)
  if (!mayLoads) return <Quiet>{text}</Quiet>
  return (
    <TextLink to="/loads/$id" params={{ id: String(source.loadId) }} size="xs" c="dimmed" title={words.from}>
      {text}
    </TextLink>
  )
}

function Quiet({ children }: { children: string }): ReactNode {
  return (
    <Text span size="xs" c="dimmed">
      {children}
    </Text>
  )
}
