import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { beginOutside, listOutsideDoors } from '../outside.contract.ts'
import { outsideWords } from './words.ts'

/** A button for each provider the operator has set up; most installations have none. */
export function OutsideDoors(): ReactNode {
  const words = useWords(outsideWords)
  const { language } = useLanguage()
  const doors = useQuery({
    queryKey: ['outside-doors'],
    queryFn: () => call(listOutsideDoors, {}, { background: true }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const go = useMutation({
    meta: { signsIn: true },
    mutationFn: (provider: string) => call(beginOutside, { params: { provider } }),
    onSuccess: ({ address }) => location.assign(address),
  })
  return (
    <>
      <ProblemNote error={go.error} />
      {doors.data?.items.map(({ code, name }) => (
        <Button
          key={code}
          variant="default"
          loading={(go.isPending || go.isSuccess) && go.variables === code}
          onClick={() => go.mutate(code)}
        >
          {words.by(name[language])}
        </Button>
      ))}
    </>
  )
}
