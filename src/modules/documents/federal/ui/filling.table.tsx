import { Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { FILLED_FACTS, type FilledFact } from '../facts.contract.ts'
import { type Due, type Fill, fillFederal } from '../federal.contract.ts'
import { FactField } from './fact.field.tsx'
import { federalWords } from './words.ts'

type Said = Readonly<Partial<Record<FilledFact, string | null>>>
type Props = { readonly due: readonly Due[]; onDone(): void }

const lacksHere = ({ lacks }: Due): FilledFact[] => FILLED_FACTS.filter((fact) => lacks.includes(fact))

/** Everything that is lacking on the page as fields of one form, a row a document. */
export function FillingTable({ due, onDone }: Props): ReactNode {
  const words = useWords(federalWords)
  const [said, setSaid] = useState<Readonly<Record<number, Said>>>({})
  const rows = due.filter((one) => lacksHere(one).length > 0)
  const form = useForm({
    save: (key) => {
      const filled = Object.entries(said).map(([id, facts]) => ({ id: Number(id), ...facts }) as Fill)
      return call(fillFederal, { body: { rows: filled } }, { key })
    },
    touches: [['federal'], ['tasks']],
    saved: words.saved,
    onDone,
  })
  if (rows.length === 0) return <Text size="sm">{words.nothingToFill}</Text>
  const asked = FILLED_FACTS.filter((fact) => rows.some((one) => lacksHere(one).includes(fact)))
  const order = Object.keys(said)
  const columns: Column<Due>[] = [
    { key: 'holder', title: words.holder, cell: ({ holder }) => holder },
    { key: 'number', title: words.number, cell: ({ number }) => number },
    ...asked.map((fact) => ({
      key: fact,
      title: words.facts[fact],
      cell: (one: Due) =>
        one.lacks.includes(fact) ? (
          <FactField
            fact={fact}
            of={one.holder}
            value={said[one.id]?.[fact] ?? null}
            error={form.fault(`rows.${order.indexOf(String(one.id))}.${fact}`)}
            onChange={(value) => setSaid({ ...said, [one.id]: { ...said[one.id], [fact]: value } })}
          />
        ) : null,
    })),
  ]
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.fillHere}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.fillAbout}
        </Text>
        <ProblemNote error={form.error} />
        <DataTable caption={words.fillHere} columns={columns} rows={rows} keyOf={({ id }) => id} />
        <Group gap="xs">
          <Button type="submit" loading={form.busy} disabled={order.length === 0}>
            {words.save}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
