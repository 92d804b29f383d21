import type { ReactNode } from 'react'
import { StartForm } from './start.form.tsx'

/** The same for who opens the address of a slip while somebody else is still signed in at this computer. */
export function StartPage(): ReactNode {
  return (
    <div className="rost-narrow">
      <StartForm />
    </div>
  )
}
