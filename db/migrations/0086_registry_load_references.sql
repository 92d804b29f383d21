-- Hundreds of thousands of rows at once refer to one load: looked up one by one they cost as much as they themselves.
alter table registry.load_difference drop constraint load_difference_tenant_id_load_id_fkey;
call registry.refer('registry.load_difference', 'load_id', 'registry.load');
alter table registry.load_image drop constraint load_image_tenant_id_load_id_fkey;
call registry.refer('registry.load_image', 'load_id', 'registry.load');
