"""The comparison of all that was read, as joins: what `service.linking` computes, and the same."""
