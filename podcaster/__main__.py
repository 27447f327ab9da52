"""`python -m podcaster` is the `podcaster` command."""

from podcaster.cli.main import main

main()
