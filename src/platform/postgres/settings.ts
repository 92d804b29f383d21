/**
 * Written to postgresql.conf when a cluster is made; an operator may change them there or by ALTER SYSTEM.
 * Nobody follows this server's log, so what one transaction makes and fills (a restored backup) need not be in it: it is on
 * the disk when the transaction is done. Who wants a standby takes a server of his own (DATABASE_URL).
 * `terse` keeps the DETAIL of an error out of the log: "Key (snils)=(…) already exists" is personal data.
 */
export const tunableSettings = `
# Rost
max_connections = 100
shared_buffers = 128MB
work_mem = 16MB
wal_level = minimal
max_wal_senders = 0
jit = off
autovacuum = on
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
log_line_prefix = '%m [%p] %u@%d %a '
log_error_verbosity = terse
log_filename = 'postgresql-%Y%m%d-%H%M%S.log'
log_rotation_size = 10MB
log_rotation_age = 7d
`

/** Only passwords, only from this machine. */
export const accessRules = 'host all all 127.0.0.1/32 scram-sha-256\n'

/** What the launcher and the safety of the data depend on, given on the command line, which overrides every file. */
export function fixedSettings(options: { port: number; log: string }): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: options.port,
    unix_socket_directories: '',
    fsync: 'on',
    full_page_writes: 'on',
    // A backup is put back in one transaction, which holds each table, index and function of the schema.
    max_locks_per_transaction: '256',
    logging_collector: 'on',
    log_destination: 'stderr',
    log_directory: options.log,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
