//! Front matter: YAML between `---` lines or TOML between `+++` lines.
