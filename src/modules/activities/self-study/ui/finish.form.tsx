import { Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useSeries, useSignatories } from '../../../documents/ui/index.ts'
import { DocumentsFields, type Giving } from '../../runs/closing/ui/documents.fields.tsx'
import { finishSelfStudy, type SelfStudy } from '../self-study.contract.ts'
import { touchedBy } from './touched.ts'
import { selfStudyWords } from './words.ts'

type Props = { readonly study: SelfStudy; onDone(): void }

/** The attestation at the end, and the document that goes with it. */
export function FinishForm({ study: { id, version, endsOn, paper }, onDone }: Props): ReactNode {
  const words = useWords(selfStudyWords)
  const [typed, setTyped] = useState({ finishedOn: endsOn < today() ? endsOn : today(), examiner: '' })
  const [giving, setGiving] = useState<Giving>({
    ...{ isGiven: true, gives: 'qualification', given: '' },
    ...{ signatory: null, issuedOn: today() },
  })
  const series = useSeries(paper, true)
  const { first } = useSignatories(true)
  const documents = {
    seriesId: series.chosen?.id ?? 0,
    signatoryId: Number(giving.signatory ?? first ?? 0),
    ...{ issuedOn: giving.issuedOn, gives: giving.gives },
    given: giving.given.trim() === '' ? null : giving.given,
  }
  const form = useForm({
    save: (key) =>
      call(
        finishSelfStudy,
        { params: { id }, body: { ...typed, documents: giving.isGiven ? documents : null } },
        { key, version },
      ),
    touches: touchedBy(id),
    saved: words.finished,
    onDone,
  })
  return (
    <FormCard form={form} label={words.finishing} save={words.finish} cancel={words.cancel} onCancel={onDone}>
      <Text size="sm" className="rost-wide">
        {words.finishing}. {words.finishHint}.
      </Text>
      <TextInput
        type="date"
        label={words.finishDay}
        required
        value={typed.finishedOn}
        error={form.fault('finishedOn')}
        onChange={(e) => setTyped({ ...typed, finishedOn: e.currentTarget.value })}
      />
      <TextInput
        label={words.examiner}
        description={words.examinerHint}
        required
        maxLength={200}
        value={typed.examiner}
        error={form.fault('examiner')}
        onChange={(e) => setTyped({ ...typed, examiner: e.currentTarget.value })}
      />
      <div className="rost-wide">
        <DocumentsFields
          form={form}
          paper={paper}
          series={series}
          giving={giving}
          onChange={(part) => setGiving({ ...giving, ...part })}
        />
      </div>
    </FormCard>
  )
}
