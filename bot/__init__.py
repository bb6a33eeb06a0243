"""The platform-neutral core: exercises as data, a pure engine, one store, one clock."""
