import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { takeAway } from '../../registry/index.ts'
import { paperSheet } from '../papers/paper.ts'
import { asPicture, checkAddress } from '../papers/proof.ts'
import { SAMPLES } from '../papers/samples.ts'
import { sayNumber } from '../series/series.contract.ts'
import { findSeries } from '../series/series.repo.ts'
import { yearOf } from '../series/series.routes.ts'
import { findSignatories } from '../signatories/signatories.repo.ts'
import { receivePicture } from './emblem.ts'
import * as contract from './letterhead.contract.ts'
import * as repo from './letterhead.repo.ts'
import type { Picture } from './picture.ts'

const whole = async () => 'district' as const

async function tell(db: ReadDb, { settings }: Services): Promise<contract.Letterhead> {
  const { emblem, ...same } = await repo.findLetterhead(db)
  return {
    ...same,
    emblem: emblem && `data:${emblem.type};base64,${emblem.bytes.toString('base64')}`,
    isSiteKnown: settings.publicUrl !== undefined,
  }
}

export const letterheadRoutes: readonly Route[] = [
  query(contract.getLetterhead, { may: 'document.manage', over: whole, run: ({ db, services }) => tell(db, services) }),
  command(contract.writeLetterhead, {
    may: 'document.manage',
    over: whole,
    run: async ({ tx, tenant, note, expectedVersion, services }, { body }) => {
      if (!(await repo.saveLetterhead(tx, expectedVersion, body)))
        throw new Refusal('version_conflict', 'version_conflict')
      note({ kind: 'district', id: tenant ?? 0 })
      return await tell(tx, services)
    },
  }),
  command(contract.putEmblem, {
    may: 'document.manage',
    over: whole,
    prepare: async (context) => {
      const picture = await receivePicture(context.files())
      await refuseUndrawable(context, picture)
      return picture
    },
    run: async ({ tx, tenant, note, services }, _, picture) => {
      await repo.saveEmblem(tx, picture)
      note({ kind: 'district', id: tenant ?? 0, details: { bytes: picture.bytes.length } })
      return await tell(tx, services)
    },
  }),
  command(contract.removeEmblem, {
    may: 'document.manage',
    over: whole,
    run: async ({ tx, tenant, note }) => {
      await repo.saveEmblem(tx, null)
      note({ kind: 'district', id: tenant ?? 0 })
    },
  }),
  command(contract.previewDocument, {
    may: 'document.manage',
    over: whole,
    // Printed before the transaction: it takes half a second.
    prepare: async (context, { query: asked }) => {
      const { emblem } = await repo.findLetterhead(context.services.database.reader(context.tenant))
      return await printSample(context, emblem, asked)
    },
    run: async (context, _, content) => {
      await takeAway(context, {
        action: contract.previewDocument.id,
        ...{ kind: 'district', id: context.tenant ?? 0, rows: 1 },
      })
      return { fileName: 'sample.pdf', mediaType: 'application/pdf', content }
    },
  }),
]

/** A picture that says it is one and cannot be drawn would stop every paper: it is tried on one of nobody. */
async function refuseUndrawable(context: RequestContext, picture: Picture): Promise<void> {
  try {
    await printSample(context, picture, {})
  } catch (error) {
    throw error instanceof Error && error.name === 'PictureBroken' ? invalidField('file', 'picture_broken') : error
  }
}

type Asked = { readonly series?: number | undefined; readonly signatory?: number | undefined }

/** A paper of nobody, under the number that comes next. */
async function printSample(
  { services, tenant, today }: RequestContext,
  emblem: Picture | null,
  asked: Asked,
): Promise<Buffer> {
  const db = services.database.reader(tenant)
  const { name, place, address, requisites } = await repo.findLetterhead(db)
  const [series] = (await findSeries(db, yearOf(today))).filter(
    ({ id }) => asked.series === undefined || id === asked.series,
  )
  const [signatory] = (await findSignatories(db, today)).filter(
    ({ id }) => asked.signatory === undefined || id === asked.signatory,
  )
  const proof = checkAddress(services, '0'.repeat(16))
  const sheet = paperSheet({
    ...SAMPLES[series?.kind ?? 'participation'],
    number: series === undefined ? '0' : sayNumber(series, yearOf(today), 0),
    ...{ issuedOn: today, replaces: null },
    issuer: { name: name || '…', place, under: [address, requisites].filter(Boolean) },
    signatory: { name: signatory?.name ?? '…', post: signatory?.post ?? '…' },
    proof: { address: proof, svg: asPicture(proof) },
  })
  // The printers are large, and few commands need them.
  const { printSheets } = await import('../../../platform/documents/index.ts')
  const picture =
    emblem && ({ name: emblem.type === 'image/png' ? 'emblem.png' : 'emblem.jpg', bytes: emblem.bytes } as const)
  const [pdf] = await printSheets([sheet], picture)
  if (pdf === undefined) throw new Error('nothing was printed')
  return pdf
}
