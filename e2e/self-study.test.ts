import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const LEARNER = 'learner@example.org'
const PROGRAMME = 'Смысловое чтение в своём темпе'
let learner = ''

/** Somebody who works in the district and has an account of their own; a programme that needs no group. */
beforeAll(async () => {
  const { services } = stage.house()
  const { database } = services
  const district = await database.reader(null).selectFrom('registry.district').select('id').executeTakeFirstOrThrow()
  const person = await database
    .reader(district.id)
    .selectFrom('registry.person as p')
    .innerJoin('registry.employment as e', 'e.person_id', 'p.id')
    .select(['p.id', 'p.surname', 'p.given_name', 'p.patronymic'])
    .where('e.dismissed_on', 'is', null)
    .orderBy('p.id')
    .executeTakeFirstOrThrow()
  learner = [person.surname, person.given_name, person.patronymic].filter(Boolean).join(' ')
  await addUser(services, {
    email: LEARNER,
    role: 'teacher',
    name: 'Слушатель',
    district: 'browser',
    password: PASSWORD,
  })
  await database.write(district.id, async (tx) => {
    await tx.updateTable('registry.grant').set({ person_id: person.id }).where('role', '=', 'teacher').execute()
    await sql`
      with value as (insert into registry.classifier_value (kind, key, label)
        values ('programme', ${PROGRAMME}, ${PROGRAMME}) returning id),
      made as (insert into activities.programme (value_id, title, kind, form, hours, about, state, number, registered_on,
          order_number, order_on, self_study, electives)
        select id, ${PROGRAMME}, 'upskilling', 'distance', 18, 'О чтении', 'registered', 'ДПП-7', '2020-01-01', '1',
          '2020-01-01', true, 1 from value returning id),
      led as (insert into activities.programme_provider (programme_id, place, outside)
        select id, 1, 'Институт развития' from made)
      insert into activities.programme_module (programme_id, place, title, hours, form, elective)
      select made.id, m.place, m.title, m.hours, 'self', m.place > 1 from made, (values (1, 'Как читают тексты', 12),
        (2, 'Сценарии уроков', 6), (3, 'Разбор работ', 6)) as m (place, title, hours)`.execute(tx)
  })
})

test('a teacher asks on a phone, the centre agrees, modules are noted, and it is finished', async () => {
  for (const [width, colorScheme] of looks([[1440, 'light']], [[390, 'dark']])) {
    const own = await stage.enter({ viewport: { width: 390, height: 844 }, colorScheme }, '/my', LEARNER)
    const fine = async (page: typeof own.page, name: string): Promise<void> => {
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await shoot(page, `${name}-${width}-${colorScheme}`)
    }
    await own.page.getByRole('link', { name: 'Попросить обучение без группы' }).click()
    const asking = own.page.getByRole('form', { name: 'Пройти программу без группы' })
    await asking.getByLabel('Программа').click()
    await own.page.getByRole('option', { name: PROGRAMME }).click()
    await asking.getByLabel('С какого дня').fill('2026-01-12')
    await asking.getByLabel('До какого дня').fill('2026-01-11')
    await asking.getByRole('button', { name: 'Попросить' }).click()
    await asking.getByText('раньше начала').waitFor()
    await asking.getByRole('checkbox', { name: /Сценарии уроков/ }).waitFor()
    await fine(own.page, 'self-study-asking')
    await asking.getByLabel('До какого дня').fill('2026-12-31')
    await asking.getByRole('button', { name: 'Попросить' }).click()
    await own.page.getByRole('button', { name: 'Отозвать просьбу' }).waitFor()
    await fine(own.page, 'self-study-asked')

    const { page, faults } = await stage.enter(
      { viewport: { width, height: 900 }, colorScheme },
      '/self-studies?state=asked',
    )
    await page.getByRole('link', { name: learner }).click()
    await page.getByRole('button', { name: 'Согласовать', exact: true }).click()
    const agreeing = page.getByRole('form', { name: 'Согласовать' })
    await agreeing.getByRole('button', { name: 'Согласовать' }).click()
    await page.getByText('Завершить можно, когда отмечены все модули').waitFor()
    for (const module of ['Как читают тексты', 'Разбор работ']) {
      await page.getByRole('button', { name: `Отметить пройденным: ${module}` }).click()
      const noting = page.getByRole('form', { name: `Отметить пройденным: ${module}` })
      await noting.getByLabel('Чем подтверждается').fill('Разработка урока')
      if (module === 'Разбор работ') await fine(page, 'self-study-noting')
      await noting.getByRole('button', { name: 'Сохранить' }).click()
      await page.getByRole('button', { name: `Исправить: ${module}` }).waitFor()
    }
    await page.getByRole('heading', { name: 'Модули: 2 из 2' }).waitFor()
    await fine(page, 'self-study-going')
    await page.getByRole('button', { name: 'Завершить' }).click()
    const finishing = page.getByRole('form', { name: 'Итоговая аттестация зачтена' })
    await finishing.getByLabel('Итоговую аттестацию принял').fill('Комиссия методического центра')
    await fine(page, 'self-study-finishing')
    await finishing.getByRole('checkbox', { name: /Выдать документы/ }).click()
    await finishing.getByRole('button', { name: 'Завершить' }).click()
    await page.getByRole('button', { name: 'Открыть заново' }).waitFor()
    await page.getByRole('heading', { name: 'Проекты приказов' }).waitFor()
    await page.evaluate(() => localStorage.setItem('language', 'en'))
    await page.reload()
    await page.getByRole('button', { name: 'Open again' }).waitFor()
    await fine(page, 'self-study-finished-en')
    await page.goto(`${new URL(page.url()).origin}/self-studies`)
    await page.getByRole('heading', { level: 1, name: 'Studying without a group' }).waitFor()
    await page.getByRole('link', { name: learner }).first().waitFor()
    await fine(page, 'self-studies-en')
    expect(faults).toEqual([])
    await page.context().close()

    await own.page.goto(`${new URL(own.page.url()).origin}/my`)
    await own.page.getByText(PROGRAMME).first().waitFor()
    await fine(own.page, 'self-study-own')
    expect(own.faults).toEqual([])
    await own.page.context().close()
    // The next look begins anew: nobody takes a programme twice at once, and learning of the same days is one.
    await stage.house().services.database.write(await tenantOf(), async (tx) => {
      await sql`delete from activities.learning where form = 'self'`.execute(tx)
      await sql`delete from activities.self_study`.execute(tx)
    })
  }
})

async function tenantOf(): Promise<number> {
  const db = stage.house().services.database.reader(null)
  return (await db.selectFrom('registry.district').select('id').executeTakeFirstOrThrow()).id
}
