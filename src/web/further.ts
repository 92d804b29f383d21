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
    {
      name: 'consents',
      Shown: lazy(async () => ({
        default: (await import('../modules/privacy/consents/ui/person-consents.section.tsx')).PersonConsents,
      })),
    },
    {
      name: 'requests',
      Shown: lazy(async () => ({
        default: (await import('../modules/privacy/requests/ui/person-requests.section.tsx')).PersonRequests,
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
  proof: lazy(async () => ({
    default: (await import('../modules/documents/elsewhere/ui/scan.of.fact.tsx')).ScanOfFact,
  })),
  account: [
    {
      name: 'looks',
      Shown: lazy(async () => ({ default: (await import('../modules/registry/looks/ui/my-looks.tsx')).MyLooks })),
    },
  ],
}
