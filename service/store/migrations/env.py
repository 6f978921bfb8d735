"""Where alembic begins: the connection and the tables are handed over by `store.schema`."""

from alembic import context

from service.store.job_tables import JobRow

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=JobRow.metadata,
    render_as_batch=True,
    # SQLite's file and PostgreSQL's schema alike are left as they were where a step fails.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
