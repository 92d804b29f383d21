import type { FactHolder } from '../../registry/index.ts'

/** Figures that were approved rest on names: who stands behind one does not go with a load. */
export const snapshotHolder: FactHolder = {
  kind: 'snapshot',
  select: (people) => `select distinct m.subject_id as person, '/snapshots/' || s.id as link, s.title as label
    from indicators.snapshot_member m
    join indicators.snapshot s on s.tenant_id = m.tenant_id and s.id = m.snapshot_id and s.state <> 'computed'
    join indicators.definition d on d.tenant_id = m.tenant_id and d.id = m.definition_id
    where coalesce(d.body ->> 'subject', d.body -> case m.role when 'of' then 'denominator' else 'numerator' end ->> 'subject')
        = 'person' and m.subject_id in (${people})`,
}
