"""Teaching the gate's second reader: what it learns from, its lessons, and how it's weighed."""
