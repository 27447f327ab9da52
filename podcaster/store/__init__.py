"""Everything that lasts between runs: workspaces, the clip cache, the library."""
