"""Start Encre: hand over to the package."""

import sys

from reader.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
