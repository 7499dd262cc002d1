"""One file per kind of remote service. Local feeds need none."""
