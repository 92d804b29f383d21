import type { PersonRecords } from '../../registry/index.ts'

/** Courses a school plans for somebody, by the month. */
export const plannedCourseRecords: PersonRecords = {
  table: 'activities.course_plan_line',
  column: 'person_id',
  title: { ru: 'План повышения квалификации', en: 'Planned courses' },
  label: `(select concat_ws(', ', o.name, coalesce(v.label, w.label)) from activities.course_plan p
    join registry.organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
    left join registry.classifier_value v on v.tenant_id = t.tenant_id and v.id = t.value_id
    left join registry.classifier_value w on w.tenant_id = t.tenant_id and w.id = t.topic_id
    where p.tenant_id = t.tenant_id and p.id = t.plan_id)`,
  on: `(select make_date(p.year, t.month, 1) from activities.course_plan p
    where p.tenant_id = t.tenant_id and p.id = t.plan_id)`,
  until: 'null',
  isLoaded: false,
}
