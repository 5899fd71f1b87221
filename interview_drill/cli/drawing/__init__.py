"""How things look on a terminal: pages, prose, tables, plots, and where a line may break."""
