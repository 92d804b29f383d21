import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useMay } from '../../../../web/me.tsx'
import type { ProofProps } from '../../../../web/parts.tsx'
import { listScansOf } from '../elsewhere.contract.ts'
import { ScanButton } from './scan.button.tsx'

/** Terms whose facts are deeds themselves. */
const DEED_TERMS: ReadonlySet<string> = new Set([
  ...['published', 'awarded', 'representedElsewhere', 'learnedNonformally', 'learnedInformally'],
])

/** Where a fact comes from, when a scan of its document was sent. */
export function ScanOfFact({ person, fact: { term, id }, children }: ProofProps): ReactNode {
  const may = useMay('deed.read')
  const isDeed = DEED_TERMS.has(term)
  const mayHave = may && (isDeed || term === 'trained')
  const scans = useQuery({
    queryKey: ['scans', person],
    queryFn: () => call(listScansOf, { params: { id: person } }),
    enabled: mayHave,
  })
  const scan = mayHave ? scans.data?.items.find((one) => (isDeed ? one.id : one.learningId) === id) : undefined
  return scan === undefined ? children : <ScanButton id={scan.id} title={scan.title} />
}
