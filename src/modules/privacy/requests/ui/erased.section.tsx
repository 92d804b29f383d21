import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { getErasure, liftErasure } from '../../erasure/erasure.contract.ts'
import type { PersonRequest } from '../requests.contract.ts'
import { FatesTable } from './fates.table.tsx'
import { requestWords } from './words.ts'

/** What went and what stayed; and how the person comes back, should they come to work again. */
export function ErasedSection({ request: { id, can } }: { readonly request: PersonRequest }): ReactNode {
  const words = useWords(requestWords)
  const erased = useQuery({
    queryKey: ['requests', 'erased', id],
    queryFn: () => call(getErasure, { params: { id } }),
  })
  const lifting = useForm({
    save: (key) => call(liftErasure, { params: { id } }, { key }),
    touches: [['requests']],
    saved: words.lifted,
    onDone: () => {},
  })
  return (
    <Section title={words.whatErased}>
      <ProblemNote error={erased.error ?? lifting.error} onRetry={() => erased.refetch()} />
      <FatesTable caption={words.whatErased} lines={erased.data?.lines} />
      {can.includes('lift') ? (
        <>
          <Text size="sm" c="dimmed" my="xs">
            {words.liftHint}
          </Text>
          <Button variant="default" loading={lifting.busy} onClick={(event) => lifting.submit(event)}>
            {words.lift}
          </Button>
        </>
      ) : null}
    </Section>
  )
}
