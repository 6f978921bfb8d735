"""`python -m service`: the `quotes` command."""

from service.app import main

main()
