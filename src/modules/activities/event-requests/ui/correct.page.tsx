import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { correctEventRequest, type EventRequest, getEventRequest } from '../event-requests.contract.ts'
import { bodyOf, RequestFields, type RequestTyped, typedOf } from './request.fields.tsx'
import { TOUCHED } from './touched.ts'
import { eventRequestWords } from './words.ts'

/** Says otherwise what was asked for; what the centre sent back goes to it again. */
export function CorrectPage(): ReactNode {
  const words = useWords(eventRequestWords)
  const id = Number(useParams({ from: '/event-requests/$id/correction' }).id)
  const request = useQuery({
    queryKey: ['event-request', id],
    queryFn: () => call(getEventRequest, { params: { id } }),
  })
  return (
    <Page title={words.correcting} about={request.data?.word ?? undefined}>
      <ProblemNote error={request.error} onRetry={() => request.refetch()} />
      {request.data === undefined ? null : (
        <CorrectForm key={request.data.version} request={request.data} onShowNow={() => request.refetch()} />
      )}
    </Page>
  )
}

type Props = { readonly request: EventRequest; onShowNow(): void }

function CorrectForm({ request, onShowNow }: Props): ReactNode {
  const words = useWords(eventRequestWords)
  const navigate = useNavigate()
  const [typed, setTyped] = useState<RequestTyped>(typedOf(request))
  const params = { id: String(request.id) }
  const leave = (): void => void navigate({ to: '/event-requests/$id', params })
  const form = useForm({
    save: (key) =>
      call(correctEventRequest, { params: { id: request.id }, body: bodyOf(typed) }, { key, version: request.version }),
    touches: TOUCHED,
    saved: words.saved,
    onDone: leave,
  })
  return (
    <FormCard
      form={form}
      label={words.correcting}
      save={words.save}
      cancel={words.cancel}
      onCancel={leave}
      onShowNow={onShowNow}
    >
      <RequestFields
        typed={typed}
        had={request}
        onChange={(part) => setTyped({ ...typed, ...part })}
        fault={form.fault}
      />
    </FormCard>
  )
}
