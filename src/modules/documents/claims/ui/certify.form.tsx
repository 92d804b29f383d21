import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type Signing, SigningFields, useSignatories } from '../../register/ui/signing.fields.tsx'
import { SeriesField, useSeries } from '../../series/ui/series.field.tsx'
import { asRead } from '../../ui/as.read.ts'
import { type Claim, certifyClaims } from '../claims.contract.ts'
import { claimWords } from './words.ts'

type Props = { readonly claims: readonly Claim[]; onCancel(): void }

/** Numbers and a signature for all the chosen ones. */
export function CertifyForm({ claims, onCancel }: Props): ReactNode {
  const words = useWords(claimWords)
  const navigate = useNavigate()
  const [signing, setSigning] = useState<Signing>({ signatory: null, issuedOn: today() })
  const series = useSeries('activity')
  const { first } = useSignatories()
  const form = useForm({
    save: (key) =>
      call(
        certifyClaims,
        {
          body: {
            claims: asRead(claims),
            seriesId: series.chosen?.id ?? 0,
            signatoryId: Number(signing.signatory ?? first ?? 0),
            issuedOn: signing.issuedOn,
          },
        },
        { key },
      ),
    touches: [['claims'], ['tasks'], ['documents'], ['document-series']],
    saved: words.decided(claims.length),
    onDone: ({ id }) => void navigate({ to: '/documents/batches/$id', params: { id: String(id) } }),
  })
  return (
    <FormCard
      form={form}
      label={words.certifyTitle}
      save={words.certify(claims.length)}
      cancel={words.cancel}
      onCancel={onCancel}
    >
      <Text size="sm" c="dimmed" className="rost-wide">
        {words.certifyHint}
      </Text>
      <SeriesField form={form} series={series} />
      <SigningFields form={form} signing={signing} onChange={(part) => setSigning({ ...signing, ...part })} />
    </FormCard>
  )
}
