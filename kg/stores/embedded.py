"""Query text -> Answer, from the release's own store, in worker processes that can be killed."""
