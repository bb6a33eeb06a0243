"""The domain's rules, pure: the ladder, the palette, the soft checker."""
