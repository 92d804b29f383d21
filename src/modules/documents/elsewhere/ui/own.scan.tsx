import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { listMyLearning } from '../elsewhere.contract.ts'
import { ScanButton } from './scan.button.tsx'

/** More than anybody has. */
const MOST = 200

type Props = {
  /** A row of learning of one's own. */
  readonly learning: number
  readonly title: string
  /** What stands there where no scan was sent. */
  readonly children: ReactNode
}

/** Where learning of one's own comes from: the scan one has sent of its document. */
export function OwnScan({ learning, title, children }: Props): ReactNode {
  const sent = useQuery({
    queryKey: ['my-learning', 'scans'],
    queryFn: () => call(listMyLearning, { query: { size: MOST } }),
  })
  const scan = sent.data?.items.find(({ learningId, can }) => learningId === learning && can.includes('take'))
  return scan === undefined ? children : <ScanButton id={scan.id} title={title} />
}
