"""Which quotations report one statement: blocking, scoring, clustering."""
