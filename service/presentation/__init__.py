"""Values made ready to show, once for terminal, page, desk and export files."""
