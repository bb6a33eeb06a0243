"""The REST API, one file a resource. Each lists its routes."""
