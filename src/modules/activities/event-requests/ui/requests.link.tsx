import type { ReactNode } from 'react'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useMay } from '../../../../web/me.tsx'

type Props = { readonly event: number; readonly children: string }

/** To the requests an event answers, for who may read them. */
export function RequestsLink({ event, children }: Props): ReactNode {
  return useMay('event_request.read') ? (
    <TextLink to="/event-requests" search={{ event }}>
      {children}
    </TextLink>
  ) : (
    children
  )
}
