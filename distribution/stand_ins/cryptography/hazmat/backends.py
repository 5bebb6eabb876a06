"""See the package above."""


def default_backend() -> None:
    """Refuse: there is no cipher in the executable."""
    raise NotImplementedError("the executable carries no cryptography")
