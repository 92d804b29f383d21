import { Checkbox, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { FormCard, useForm } from '../../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { Learner } from '../../group/group.contract.ts'
import { chooseForLearners, type Electives, getElectives } from '../electives.contract.ts'
import { electiveWords } from './words.ts'

export const useElectives = (event: number) =>
  useQuery({
    queryKey: ['electives', event],
    queryFn: () => call(getElectives, { params: { id: event } }),
  })

type Props = {
  readonly event: number
  /** Null: for all who have not chosen. */
  readonly learner: Learner | null
  onDone(): void
}

/** Whoever holds a course chooses modules for somebody, or for all who have not. */
export function ChoosingForm({ event, learner, onDone }: Props): ReactNode {
  const electives = useElectives(event)
  if (electives.data === undefined) return <ProblemNote error={electives.error} onRetry={() => electives.refetch()} />
  return <Choosing event={event} learner={learner} electives={electives.data} onDone={onDone} />
}

function Choosing({ event, learner, electives, onDone }: Props & { readonly electives: Electives }): ReactNode {
  const words = useWords(electiveWords)
  const [chosen, setChosen] = useState<readonly number[]>(learner?.chosen.map(({ id }) => id) ?? [])
  const form = useForm({
    save: (key) => {
      const personIds = learner === null ? null : [learner.person.id]
      return call(chooseForLearners, { params: { id: event }, body: { personIds, moduleIds: [...chosen] } }, { key })
    },
    touches: [['electives', event], ['learners', event], ['tasks']],
    saved: words.saved,
    onDone,
  })
  const label = learner === null ? words.chooseForRest : words.chooseOf(learner.person.name)
  const fault = form.fault('moduleIds')
  return (
    <FormCard form={form} label={label} save={words.save} cancel={words.cancel} onCancel={onDone}>
      <Stack gap="xs" className="rost-wide">
        <Text className="rost-own-name">{label}</Text>
        <Text size="sm">{words.exactly(electives.take)}</Text>
        {electives.modules.map(({ id, title, hours }) => (
          <Checkbox
            key={id}
            label={
              <>
                <span className="rost-own-name">{title}</span>, {words.hours(hours)}
              </>
            }
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= electives.take}
            onChange={(e) =>
              setChosen(e.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
        ))}
        {fault === undefined ? null : (
          <Text size="sm" c="red" role="alert">
            {fault}
          </Text>
        )}
      </Stack>
    </FormCard>
  )
}
