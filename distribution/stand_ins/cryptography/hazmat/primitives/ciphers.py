"""See the package above."""


class _NotCarried:
    """Refuses to be made."""

    def __init__(self, *_arguments: object, **_named: object) -> None:
        raise NotImplementedError("the executable carries no cryptography")


class Cipher(_NotCarried):
    """Would pair an algorithm and a mode."""


class algorithms:
    """Would hold the algorithms."""

    AES = _NotCarried


class modes:
    """Would hold the modes."""

    CBC = _NotCarried
