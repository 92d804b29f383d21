import type { ReactNode } from 'react'

/** Drawn, because the font has no such signs; what it stands in is named in words. */
export const HeaderIcon = ({ path }: { readonly path: string }): ReactNode => (
  <svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden>
    <path d={path} />
  </svg>
)
