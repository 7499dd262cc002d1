"""Theme files to palettes, palettes to a dressed application."""
