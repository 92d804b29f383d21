import type { Role } from '../../../access-matrix.ts'

type Names = Readonly<Record<Role, string>>

/** What the roles are called, on pages and in messages. */
export const ROLE_NAMES: { readonly ru: Names; readonly en: Names } = {
  ru: {
    teacher: 'Педагог',
    mentor: 'Наставник',
    leader: 'Руководитель сообщества',
    jury: 'Член жюри',
    school_methodist: 'Методист организации',
    head: 'Руководитель организации',
    psychologist: 'Психолог',
    methodist: 'Методист района',
    department: 'Отдел образования',
    directorate: 'Дирекция программы',
    region: 'Регион',
    admin: 'Администратор',
    security: 'Информационная безопасность',
  },
  en: {
    teacher: 'Teacher',
    mentor: 'Mentor',
    leader: 'Community leader',
    jury: 'Jury member',
    school_methodist: 'Methodist of an organisation',
    head: 'Head of an organisation',
    psychologist: 'Psychologist',
    methodist: 'Methodist of the district',
    department: 'Education department',
    directorate: 'Programme directorate',
    region: 'Region',
    admin: 'Administrator',
    security: 'Information security',
  },
}
