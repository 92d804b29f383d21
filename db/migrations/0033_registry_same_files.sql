-- Files that come again. Of an uploaded file: what its content comes to (SHA-256). Of a sheet: the day it is of, as far as
-- the file tells, else the day it was loaded.
alter table registry.upload add column content_hash bytea;
create index upload_content on registry.upload (tenant_id, content_hash);
alter table registry.source add column day date;

-- How much of the work is behind a load that is under way, 0 to 100.
alter table registry.load add column progress smallint not null default 0;
