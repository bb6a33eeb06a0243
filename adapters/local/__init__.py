"""People side by side in a browser on this machine: the default, the demo, the author's bench."""
