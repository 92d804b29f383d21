import { lazy } from 'react'
import type { Parts } from './parts.tsx'

/** Which module adds what to the page of a person, an organisation and one's own account, in this order. */
export const further: Parts = {
  person: [
    {
      name: 'life',
      Shown: lazy(async () => ({
        default: (await import('../modules/population/life/ui/life.section.tsx')).LifeSection,
      })),
    },
  ],
  organisation: [
    {
      name: 'figures',
      Shown: lazy(async () => ({
        default: (await import('../modules/indicators/values/ui/organisation-figures.section.tsx')).OrganisationFigures,
      })),
    },
  ],
  account: [
    {
      name: 'looks',
      Shown: lazy(async () => ({ default: (await import('../modules/registry/looks/ui/my-looks.tsx')).MyLooks })),
    },
  ],
}
