import { lazy } from 'react'
import type { Parts } from './parts.tsx'

/** Which module adds what to the page of a person and of an organisation, in this order. */
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
}
