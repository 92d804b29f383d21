import type { Visitor } from './visitor.ts'

type Telling = {
  readonly methodist: Visitor
  /** Papers are made at once, as the server would within a minute: nothing is told of one that is not there. */
  readonly print: (batch: number) => Promise<void>
}
type Due = { readonly id: number; readonly holder: string }
type Row = { readonly id: number }

/** Of so many documents the diploma is known when the file is made, and of so many more since. */
const KNOWN = 9
const KNOWN_SINCE = 2
const USUAL = {
  citizenship: '643',
  studyForm: 'in_person',
  funding: 'budget',
  field: 'Образование и наука',
  group: null,
}
const DIPLOMA = 107_700

/** The federal register told of the course that was closed: a file with answers, what is ready for the next, what lacks. */
export async function tellFederalRegister({ methodist, print }: Telling): Promise<void> {
  if (((await methodist.get('/api/federal/files?size=1')) as { total: number }).total > 0) return
  const { items: papers } = await methodist.get('/api/documents?kind=upskilling&size=1')
  await print((await methodist.get(`/api/documents/${papers[0].id}`)).batchId)
  const rule = await methodist.get('/api/federal/rule')
  await methodist.send('PUT', '/api/federal/rule', { days: rule.days, ...USUAL }, rule.version)
  await fill(methodist, KNOWN)
  const { files } = await methodist.send('POST', '/api/federal/files')
  const { rows } = (await methodist.get(`/api/federal/files/${files[0].id}`)) as { rows: readonly Row[] }
  const [refused, , ...taken] = rows.map(({ id }) => id)
  const answer = (said: object) => methodist.send('POST', `/api/federal/files/${files[0].id}/answers`, said)
  await answer({ rows: taken, answer: 'taken' })
  await answer({ rows: [refused], answer: 'refused', word: 'Фамилия в дипломе не совпадает с указанной' })
  await fill(methodist, KNOWN_SINCE)
}

/** What the first so many showed of their diplomas. */
async function fill(methodist: Visitor, count: number): Promise<void> {
  const { items } = (await methodist.get('/api/federal/due?size=50&state=lacking')) as { items: readonly Due[] }
  const rows = items.slice(0, count).map(({ id, holder }) => ({
    ...{ id, education: 'higher', diplomaSurname: holder.split(' ')[0], diplomaNumber: String(DIPLOMA + id) },
  }))
  await methodist.send('POST', '/api/federal/facts', { rows })
}
