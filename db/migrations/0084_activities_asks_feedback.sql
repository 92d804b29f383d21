-- Whoever holds an event may do without asking how it was.
alter table activities.event add column asks_feedback boolean not null default true;
