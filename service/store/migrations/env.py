"""Where alembic begins: the connection and the tables are handed over by `store.schema`."""

from alembic import context

from service.store.sql import editing_tables, job_tables, tables, webhook_tables

# Each adds its tables to the one description of all when it is imported.
_ALL = tables, editing_tables, job_tables, webhook_tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.Table.metadata,
    render_as_batch=True,
    # SQLite's file and PostgreSQL's schema alike are left as they were where a step fails.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
