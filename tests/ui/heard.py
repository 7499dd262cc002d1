"""What signals said, in order."""


class Heard(list):
    """Listens to signals by name."""

    def listen(self, source, *names):
        for name in names:
            getattr(source, name).connect(lambda *what, name=name: self.append((name, *what)))
        return self
