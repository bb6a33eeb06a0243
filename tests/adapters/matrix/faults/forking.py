"""As on Discord: a process that has everything read, and splits off `handrail run` when asked."""

from adapters.matrix.adapter import MatrixAdapter
from tests.adapters.discord.faults.forking import main

READ = (MatrixAdapter,)  # so that every start finds it read

if __name__ == "__main__":
    main()
