import type { ReactNode } from 'react'
import { OutsideReturn } from './outside.return.tsx'

/** Where a provider sends somebody back to who is signed in already. */
export function OutsidePage(): ReactNode {
  return (
    <div className="rost-narrow">
      <OutsideReturn isSignedIn />
    </div>
  )
}
