import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'told@example.org'

/** A teacher of the head's school. */
beforeAll(async () => {
  const { services } = stage.house()
  const { id: tenant } = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  await addUser(services, { email: TEACHER, role: 'teacher', name: TEACHER, district: 'browser', password: PASSWORD })
  await services.database.write(tenant, (tx) =>
    sql`update registry."grant" g set person_id = (
        select s.person_id from registry.person_span s
        join registry.organisation o on o.id = s.organisation_id and o.code = 'Ш012'
        where s.from_on <= current_date and s.to_on >= current_date and s.pedagogue order by s.person_id limit 1)
      from identity.account a where a.id = g.account_id and a.email = ${TEACHER}`.execute(tx),
  )
})

async function isFine(page: Page, name: string): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, name)
}

test.each(looks([[390], [1440]], []))(
  'a teacher subscribes a calendar and takes the address back, %i px',
  async (width) => {
    const { page, faults } = await stage.enter({ viewport: { width, height: 844 } }, '/my', TEACHER)
    await page.getByRole('link', { name: 'Календарь' }).click()
    await page.getByRole('button', { name: 'Сделать адрес' }).click()
    const address = await page.getByLabel('Адрес подписки').inputValue()
    expect(address).toMatch(/\/api\/calendars\/[\w-]{43}\/rost\.ics$/)
    const open = page.getByRole('link', { name: 'Добавить в календарь' })
    expect(await open.getAttribute('href')).toMatch(/^webcal:/)
    await isFine(page, `calendar-ready-${width}`)
    await page.reload()
    await page.getByText('Показать его снова нельзя').waitFor()
    await isFine(page, `calendar-made-${width}`)
    await page.getByRole('button', { name: 'Отозвать адрес' }).press('Enter')
    await page.getByRole('button', { name: 'Сделать адрес' }).waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  },
)
