import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { FILLED_FACTS } from '../facts.contract.ts'
import { type Due, type Fill, fillFederal } from '../federal.contract.ts'
import { FactField } from './fact.field.tsx'
import { federalWords } from './words.ts'

type Props = { readonly due: Due; onDone(): void }

/** All that was filled in for a document: only what is changed is said. */
export function FactsForm({ due, onDone }: Props): ReactNode {
  const words = useWords(federalWords)
  const [said, setSaid] = useState<Partial<Due['facts']>>({})
  const form = useForm({
    save: (key) => call(fillFederal, { body: { rows: [{ id: due.id, ...said } as Fill] } }, { key }),
    touches: [['federal'], ['tasks']],
    saved: words.saved,
    onDone,
  })
  const facts = { ...due.facts, ...said }
  const asked = FILLED_FACTS.filter((fact) => fact !== 'cause' || due.says !== 'original')
  return (
    <FormCard form={form} label={words.changeOne(due.number)} save={words.save} cancel={words.cancel} onCancel={onDone}>
      {asked.map((fact) => (
        <FactField
          key={fact}
          fact={fact}
          value={facts[fact]}
          error={form.fault(`rows.0.${fact}`)}
          onChange={(value) => setSaid({ ...said, [fact]: value })}
        />
      ))}
    </FormCard>
  )
}
