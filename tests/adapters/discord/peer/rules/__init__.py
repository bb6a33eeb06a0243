"""Rules of Discord's that its OpenAPI document does not say."""
